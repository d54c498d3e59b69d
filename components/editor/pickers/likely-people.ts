/** Finds whom a picker should offer first: those who stand in the text, the nearest to its place first. */
import { type NamedPerson, peopleNamed } from '#lib/document/people-named.ts'
import type { Language } from '#lib/locale.ts'
import { isSameName, lettersApart } from '#lib/search/near-names.ts'
import { placeOfName } from './names-in-text.ts'
import type { PersonChoice } from './picker-context.tsx'

export interface KnownInText {
  person: PersonChoice
  /** Whether they stand in the text nearest by. */
  isNear: boolean
  /** By how many letters the text's name differs from theirs. */
  letters: number
  /** What the text says they do, as it says it. */
  role: string
}

export interface LikelyPeople {
  /** People of the newsroom. */
  known: KnownInText[]
  /** People the text names whom the newsroom does not know, one whose name is only like somebody's as well. */
  unknown: (NamedPerson & { isNear: boolean })[]
  /** The likeliest of all: the id of somebody known, or the name of somebody who is not. */
  first: string | undefined
}

interface Standing {
  /** The name as it stands in the text. */
  name: string
  said: NamedPerson | undefined
  person?: PersonChoice
  letters: number
}

/** Returns the people in some texts, given from the nearest to the most distant. */
export function likelyPeople(texts: string[], people: PersonChoice[], language: Language): LikelyPeople {
  const said = mostSaid(texts.flatMap((text) => peopleNamed(text, language)))
  const known = people
    .filter(({ name }) => texts.some((text) => placeOfName(text, name) >= 0))
    .map((person): Standing => ({ name: person.name, said: said.get(person.name), person, letters: 0 }))
  const strangers = [...said.values()].filter(({ name }) => !people.some((one) => isSameName(one.name, name)))
  const alike = strangers.flatMap((one) =>
    people
      .filter((person) => !known.some((other) => other.person === person))
      .map(
        (person): Standing => ({
          name: one.name,
          said: one,
          person,
          letters: lettersApart(person.name, one.name) ?? 0,
        }),
      )
      .filter(({ letters }) => letters > 0),
  )
  const unknown = strangers.map((one): Standing => ({ name: one.name, said: one, letters: 0 }))
  const ranked = [...known, ...alike, ...unknown]
    .map((one) => ({ ...one, place: placeIn(texts, one.name) }))
    .sort((a, b) => a.place.text - b.place.text || a.place.at - b.place.at)
  const [first] = ranked
  return {
    known: ranked.flatMap(({ person, said: here, letters, place }) =>
      person ? [{ person, letters, isNear: place.text === 0, role: here?.role ?? '' }] : [],
    ),
    unknown: ranked.flatMap(({ person, said: here, place }) =>
      !person && here ? [{ ...here, isNear: place.text === 0 }] : [],
    ),
    first: first && (first.person?.id ?? first.name),
  }
}

/** Each named person once, by the name, where most is said of them. */
function mostSaid(named: NamedPerson[]): Map<string, NamedPerson> {
  const found = new Map<string, NamedPerson>()
  for (const one of named)
    if (one.role || !found.has(one.name)) if (!found.get(one.name)?.role) found.set(one.name, one)
  return found
}

/** Surnames shorter than this are other words as well. */
const minSurname = 3

/** Returns where somebody who stands in the texts is nearest: by the whole name, or by the surname alone. */
function placeIn(texts: string[], name: string): { text: number; at: number } {
  const surname = name.split(/\s+/).at(-1) ?? ''
  for (const [text, words] of texts.entries()) {
    const whole = placeOfName(words, name)
    const at = whole < 0 && surname.length >= minSurname ? placeOfName(words, surname) : whole
    if (at >= 0) return { text, at }
  }
  return { text: texts.length, at: 0 }
}
