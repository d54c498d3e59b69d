/** Describes a person in a picker, and where they have been picked. */
import type { PickerChoice } from '#components/ui/choice/choice-lines.ts'
import type { PersonChoice } from './picker-context.tsx'

export const aboutPerson = (person: PersonChoice): string =>
  [person.role, person.organisation].filter(Boolean).join(', ')

export const personAsChoice = (person: PersonChoice): PickerChoice => ({
  id: person.id,
  name: person.name,
  about: aboutPerson(person),
  face: person.face,
})

/** Returns a contact's telephone and address: “070-174 06 12, amina@…”. */
export const contactLine = (person: PersonChoice | undefined): string =>
  [person?.phone, person?.email].filter(Boolean).join(', ')
