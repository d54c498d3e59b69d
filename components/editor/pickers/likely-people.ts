/** Finds whom a picker should offer first: those who stand in the text, the nearest to its place first. */
import { type NamedPerson, peopleNamed } from '#lib/document/people-named.ts'
import type { Language } from '#lib/locale.ts'
import { isNearName } from '#lib/search/near-names.ts'
import type { PersonChoice } from './picker-context.tsx'

export interface LikelyPeople {
  /** People of the newsroom, with whether they stand in the text nearest by. */
  known: { person: PersonChoice; isNear: boolean }[]
  /** People the text names whom the newsroom does not know. */
  unknown: NamedPerson[]
  /** The likeliest of all: the id of somebody known, or the name of somebody who is not. */
  first: string | undefined
}

/** Returns the people in some texts, given from the nearest to the most distant. */
export function likelyPeople(texts: string[], people: PersonChoice[], language: Language): LikelyPeople {
  const known = new Map<string, LikelyPeople['known'][number]>()
  const unknown = new Map<string, NamedPerson>()
  let first: string | undefined
  for (const [distance, text] of texts.entries()) {
    const here = people
      .map((person) => ({ person, at: text.indexOf(person.name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)
    const named = peopleNamed(text, language).filter(({ name }) => !people.some((one) => isNearName(one.name, name)))
    for (const { person } of here) if (!known.has(person.id)) known.set(person.id, { person, isNear: distance === 0 })
    for (const one of named) {
      const before = unknown.get(one.name)
      if (!before?.role) unknown.set(one.name, one.role || !before ? one : before)
    }
    const [nearest] = [
      ...here.map(({ person, at }) => ({ key: person.id, at })),
      ...named.map(({ name, at }) => ({ key: name, at })),
    ].sort((a, b) => a.at - b.at)
    first ??= nearest?.key
  }
  return { known: [...known.values()], unknown: [...unknown.values()], first }
}
