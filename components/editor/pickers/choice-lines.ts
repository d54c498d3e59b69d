/** What a picker lists: those who fit what is typed, those who differ from it by a slip, and last what can be made. */
import { findNearlyNamed, isNearName, isSameName } from '#lib/search/near-names.ts'
import { findByName } from '#lib/search/terms.ts'

export interface PickerChoice {
  id: string
  name: string
  /** A description beside the name, which is searched too. */
  about?: string
  face?: string | null
  /** The heading above it and those before and after it with the same. */
  group?: string
}

/** How something new is made of a name: that which is typed, or one that stands in the text. */
export interface Making {
  /** Says what is made: “Ny person: ”Ebba Lind””. */
  line: (name: string) => string
  /** Names that can be made without typing, with what is known of each. */
  names?: { name: string; about: string }[]
  /** What is said of a typed name. */
  about: string
  onMake: (name: string) => void
}

/** A line of the list: one to choose, or a name to make something of. */
export interface Line extends Omit<PickerChoice, 'id'> {
  key: string
  isNew: boolean
}

/** Returns the lines for what is typed. `near` heads those that differ from it by a letter or two. */
export function linesFor(
  choices: PickerChoice[],
  typed: string,
  { making, near: nearHeading }: { making: Making | undefined; near: string },
): Line[] {
  const name = typed.trim().replace(/\s+/g, ' ')
  const asLine = ({ id, ...choice }: PickerChoice): Line => ({ ...choice, key: id, isNew: false })
  const found = findByName(choices, typed, ({ about }) => about ?? '')
  const near = found.length > 0 ? [] : findNearlyNamed(choices, name)
  const alike = name
    ? choices.filter((one) => !found.includes(one) && (isNearName(one.name, name) || near.includes(one)))
    : []
  const isKnown = choices.some((one) => isSameName(one.name, name))
  const typedName = isKnown ? [] : [{ name, about: making?.about ?? '' }]
  const names = name ? typedName : (making?.names ?? [])
  return [
    // The headings tell why somebody is offered; what is typed is reason enough.
    ...found.map((choice) => asLine(name ? { ...choice, group: undefined } : choice)),
    ...alike.map((choice) => asLine({ ...choice, group: nearHeading })),
    ...(making ? names.map((one): Line => ({ ...one, key: one.name, isNew: true })) : []),
  ]
}
