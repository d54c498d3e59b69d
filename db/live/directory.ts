/** Finding somebody: by name, by where they work, and by what they do there. */

import { collator } from '#lib/format.ts'
import { collatorFor } from '#lib/intl.ts'
import { type Language, localeOf, type Said } from '#lib/locale.ts'
import { holdsWords } from '#lib/search/terms.ts'
import { slugify } from '#lib/slug.ts'
import { rolesAt } from '../people/positions.ts'
import { type LivePerson, type LiveRole, listLivePeople } from './people.ts'
import type { Visit } from './visible.ts'

/** What is asked for. Organisation and role as the choices name them; what is empty is anything. */
export interface DirectoryChoice {
  name: string
  organisation: string
  role: string
}

/** A value to choose by, and how many people it holds. */
export interface DirectoryOption {
  value: string
  label: string
  /** The language of the label, where it is not the reader's. */
  labelIn: Said['lang']
  people: number
}

export interface Directory {
  /** Each with the post that answers to what was asked for. */
  people: LivePerson[]
  total: number
  organisations: DirectoryOption[]
  roles: DirectoryOption[]
}

const valueFor = (label: string) => slugify(label) || label

/** Those of the people the newsroom presents who answer to the choice, in the order of the reader's alphabet. All posts held now count. */
export async function findLivePeople(visit: Visit, { name, organisation, role }: DirectoryChoice): Promise<Directory> {
  const everybody = await listLivePeople(visit)
  const held = new Map(everybody.map((person) => [person.id, rolesAt(person.roles, visit.now)]))
  const answers = (post: LiveRole) =>
    (!organisation || valueFor(post.organisation) === organisation) && (!role || valueFor(post.title) === role)
  const people = everybody.flatMap((person): LivePerson[] => {
    if (!holdsWords(person.name, name.trim())) return []
    const post = held.get(person.id)?.find(answers)
    if (post) return [{ ...person, role: post }]
    return organisation || role ? [] : [person]
  })
  const options = (label: (post: LiveRole) => Said) =>
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

/** The people whose names begin alike to the reader, in the order they stand in. */
export interface Initial {
  letter: string
  people: LivePerson[]
}

/** By the first letter of what they are sorted by, as the reader's alphabet tells letters apart. What is no letter is #. */
export function byInitial(people: LivePerson[], language: Language): Initial[] {
  const alike = collatorFor(localeOf(language), { sensitivity: 'base' })
  const initials: Initial[] = []
  for (const person of people) {
    const [first = ''] = person.sortName.trim().normalize('NFC')
    const letter = /\p{L}/u.test(first) ? plainest(first.toLocaleUpperCase(localeOf(language)), alike) : '#'
    const last = initials.at(-1)
    if (last && alike.compare(last.letter, letter) === 0) last.people.push(person)
    else initials.push({ letter, people: [person] })
  }
  return initials
}

/** É is E to a Swede and to an Englishman, and Å is A to the latter alone. */
function plainest(letter: string, alike: Intl.Collator): string {
  const [plain = letter] = letter.normalize('NFD')
  return alike.compare(plain, letter) === 0 ? plain : letter
}

/** What there is to choose among, each person counted once for each. */
function optionsOf(labels: Said[][], { language }: Visit): DirectoryOption[] {
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
