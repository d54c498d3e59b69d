/** Makes people for tests: with a name, and nothing else unless it is given. */
import type { PersonInput } from '../people.ts'

export const personInput = (name: string, more: Partial<PersonInput> = {}): PersonInput => ({
  name,
  email: '',
  phone: more.pressContact ? '070-174 06 12' : '',
  pressContact: false,
  portraitHidden: false,
  portraitMediaId: null,
  portraitBasis: more.portraitMediaId ? 'contract' : null,
  portraitUntil: null,
  ...more,
})
