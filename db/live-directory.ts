/** Finding somebody: by name, by where they work, and by what they do there. */

import { collator } from '#lib/format.ts'
import { holdsWords } from '#lib/search-terms.ts'
import { slugify } from '#lib/slug.ts'
import type { Visit } from './live.ts'
import { type LivePerson, type LiveRole, listLivePeople } from './live-people.ts'
import { rolesAt } from './roles.ts'

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
  const options = (label: (post: LiveRole) => string) =>
    optionsOf(
      [...held.values()].map((posts) => posts.map(label)),
      visit,
    )
  return {
    people,
    total: everybody.length,
    organisations: options((post) => post.organisation),
    roles: options((post) => post.title),
  }
}

/** What there is to choose among, each person counted once for each. */
function optionsOf(labels: string[][], { language }: Visit): DirectoryOption[] {
  const options = new Map<string, DirectoryOption>()
  for (const one of labels) {
    for (const label of new Map(one.filter(Boolean).map((text) => [valueFor(text), text])).values()) {
      const value = valueFor(label)
      const known = options.get(value) ?? { value, label, people: 0 }
      options.set(value, { ...known, people: known.people + 1 })
    }
  }
  return [...options.values()].sort((a, b) => collator(language).compare(a.label, b.label))
}
