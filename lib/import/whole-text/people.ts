/** Gathers the people of a text: those the newsroom knows, and those it does not. */
import type { NamedPerson } from '../../document/people-named.ts'
import { isNearName, isSameName } from '../../search/near-names.ts'
import { plain } from './blocks.ts'
import type { ReadingContext, ReadPerson } from './parts.ts'
import { divided, type Presented } from './person-lines.ts'

export class People {
  private readonly found = new Map<string, ReadPerson>()
  private readonly context: ReadingContext

  constructor(context: ReadingContext) {
    this.context = context
  }

  get all(): ReadPerson[] {
    return [...this.found.values()]
  }

  get(key: string): ReadPerson | undefined {
    return this.found.get(key)
  }

  /**
   * Adds somebody as the text presents them, or adds to what is known of them; what was said first holds. Returns
   * undefined for somebody whom the newsroom does not know where nobody may be added.
   */
  add(said: Presented): ReadPerson | undefined {
    const before = this.all.find(({ name }) => isSameName(name, said.name))
    if (before) {
      for (const what of ['role', 'organisation', 'phone', 'email'] as const) before[what] ||= said[what]
      return before
    }
    const known = this.context.people.find(({ name, archived }) => !archived && isSameName(name, said.name))
    if (!known && !this.context.mayMake) return undefined
    const person: ReadPerson = {
      key: known?.id ?? said.name,
      id: known?.id ?? null,
      ...said,
      name: known?.name ?? said.name,
    }
    this.found.set(person.key, person)
    return person
  }

  addNamed({ name, role, organisation }: NamedPerson): ReadPerson | undefined {
    const said = organisation
      ? { ...divided(role, this.context.language), organisation }
      : divided(role, this.context.language)
    return this.add({ name, ...said, phone: '', email: '' })
  }

  /** Returns the person of the newsroom whose name differs by a letter or two from that of somebody new. */
  nearTo({ id, name }: ReadPerson): string | undefined {
    if (id) return undefined
    return this.context.people.find((one) => !one.archived && isNearName(one.name, name))?.name
  }

  /** Returns how somebody is reached, as the text says or as the newsroom knows. */
  reach({ id, phone, email }: ReadPerson): { phone: string; email: string } {
    const known = this.context.people.find((one) => one.id === id)
    return { phone: known?.phone || phone, email: known?.email || email }
  }

  /** Removes those who turned out not to be needed. */
  keep(keys: Set<string>): void {
    for (const key of this.found.keys()) if (!keys.has(key)) this.found.delete(key)
  }

  /** Gives those without a role in the text the one they have in the newsroom, and its organisation with the same. */
  settle(): ReadPerson[] {
    return this.all.map((person) => {
      const known = this.context.people.find(({ id }) => id === person.id)
      if (!known || (person.role && plain(person.role) !== plain(known.role))) return person
      const { role, organisation } = known
      return { ...person, role: person.role || role, organisation: person.organisation || organisation }
    })
  }
}
