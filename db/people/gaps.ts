/** What was left for later when a person was added where a text needed them. */
import type { Gap } from '#lib/gaps.ts'
import type { Language } from '#lib/locale.ts'
import type { Person } from '../schema/people.ts'
import { type Position, positionAt } from './positions.ts'

/** Returns what a person who was added as a stub still lacks for their card: a role, a portrait, and the role in each language. */
export function gapsOfPerson(
  person: Pick<Person, 'stub' | 'portraitMediaId' | 'portraitBasis' | 'portraitHidden'> & { positions: Position[] },
  languages: Language[],
  now: Date,
): Gap[] {
  if (!person.stub) return []
  const role = positionAt(person.positions, now)
  return [
    ...(role ? [] : [{ what: 'role' as const }]),
    // A portrait that is hidden is a decision.
    ...(person.portraitMediaId || person.portraitHidden ? [] : [{ what: 'portrait' as const }]),
    ...(person.portraitMediaId && !person.portraitBasis ? [{ what: 'basis' as const }] : []),
    ...(role ? untitledIn(role, languages, person.positions.indexOf(role)) : []),
  ]
}

const untitledIn = ({ title }: Position, languages: Language[], place: number): Gap[] =>
  languages.filter((language) => !title[language]).map((language) => ({ what: 'role-in', language, place }))
