/** The directory of people: by name, by organisation, and by what they do there. */

import { collator } from '#lib/format.ts'
import { graphemesIn } from '#lib/graphemes.ts'
import { collatorFor } from '#lib/intl.ts'
import { type Language, type LocalizedText, localeOf } from '#lib/locale.ts'
import { matcherOf } from '#lib/search/terms.ts'
import { slugify } from '#lib/slug.ts'
import { positionsAt } from '../people/positions.ts'
import { type LivePerson, type LivePosition, listLivePeople } from './people.ts'
import type { Visit } from './visible.ts'

/** The filters: organisation and position as the options name them. An empty one is no filter. */
export interface DirectoryChoice {
  name: string
  organisation: string
  role: string
}

/** A value to filter by, and how many people have it. */
export interface DirectoryOption {
  value: string
  label: string
  /** The language of the label, where it is not the reader's. */
  labelIn: LocalizedText['lang']
  people: number
}

export interface Directory {
  /** The people found, each with the position that fits the filters. */
  people: LivePerson[]
  total: number
  organisations: DirectoryOption[]
  roles: DirectoryOption[]
}

const valueFor = (label: string) => slugify(label) || label

/**
 * Returns the people the newsroom presents that fit the filters, in the order of the reader's alphabet. All positions
 * held now count.
 */
export async function findLivePeople(visit: Visit, { name, organisation, role }: DirectoryChoice): Promise<Directory> {
  const everybody = await listLivePeople(visit)
  const held = new Map(everybody.map((person) => [person.id, positionsAt(person.positions, visit.now)]))
  const answers = (post: LivePosition) =>
    (!organisation || valueFor(post.organisation) === organisation) && (!role || valueFor(post.title) === role)
  const matches = matcherOf(name)
  const people = everybody.flatMap((person): LivePerson[] => {
    if (!matches(person.name)) return []
    const post = held.get(person.id)?.find(answers)
    if (post) return [{ ...person, position: post }]
    return organisation || role ? [] : [person]
  })
  const options = (label: (post: LivePosition) => LocalizedText) =>
    optionsOf(
      [...held.values()].map((posts) => posts.map(label)),
      visit,
    )
  return {
    people,
    total: everybody.length,
    organisations: options((post) => ({ text: post.organisation, lang: post.organisationIn })),
    roles: options((post) => ({ text: post.title, lang: post.titleIn })),
  }
}

/** People or topics whose names begin with the same letter, in their order. */
export interface Initial<Named> {
  letter: string
  named: Named[]
}

/**
 * Groups what is in alphabetical order by the first letter of its name, as the reader's alphabet tells letters apart.
 * Everything but letters is under #.
 */
export function byInitial<Named>(all: Named[], nameOf: (one: Named) => string, language: Language): Initial<Named>[] {
  const alike = collatorFor(localeOf(language), { sensitivity: 'base' })
  const initials: Initial<Named>[] = []
  for (const one of all) {
    const [first = ''] = graphemesIn(nameOf(one).trim())
    const letter = /\p{L}/u.test(first) ? plainest(first.toLocaleUpperCase(localeOf(language)), alike) : '#'
    const last = initials.at(-1)
    if (last && alike.compare(last.letter, letter) === 0) last.named.push(one)
    else initials.push({ letter, named: [one] })
  }
  return initials
}

/**
 * Returns the letter without accents that the alphabet does not count: É is E in Swedish and English, and Å is A in
 * English only.
 */
function plainest(letter: string, alike: Intl.Collator): string {
  const [plain = letter] = letter.normalize('NFD')
  return alike.compare(plain, letter) === 0 ? plain : letter
}

/** Returns the options of a filter; each person counts once for each. */
function optionsOf(labels: LocalizedText[][], { language }: Visit): DirectoryOption[] {
  const options = new Map<string, DirectoryOption>()
  for (const one of labels) {
    const named = one.filter(({ text }) => text)
    for (const [value, { text, lang }] of new Map(named.map((said) => [valueFor(said.text), said]))) {
      const known = options.get(value) ?? { value, label: text, labelIn: lang, people: 0 }
      options.set(value, { ...known, people: known.people + 1 })
    }
  }
  return [...options.values()].sort((a, b) => collator(language).compare(a.label, b.label))
}
