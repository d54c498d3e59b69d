/**
 * What a picker lists: those who fit what is typed, those who differ from it by a slip, and last what can be made. å, ä
 * and ö are letters of their own: who is found only by a for å counts as alike.
 */
import { isNearTyped, isSameName, lettersApart, plainName } from '#lib/search/near-names.ts'
import { findByName } from '#lib/search/terms.ts'
import type { IconName } from '../icon-paths.ts'

export interface PickerChoice {
  id: string
  name: string
  /** A description beside the name, which is searched too. */
  about?: string
  face?: string | null
  icon?: IconName
  /** The heading above it and those before and after it with the same. */
  group?: string
  /** What is said at the end of the line: where the name stands, or when it was last used. */
  at?: string
  /** Why it cannot be chosen. */
  unfit?: string
}

/** A name that stands somewhere and can be made something of without typing. */
export interface NameToMake {
  name: string
  about: string
  /** Set where it stands before what can be chosen, under a heading of its own. */
  group?: string
}

/** How something new is made of a name: that which is typed, or one that stands in the text. */
export interface Making {
  /** Says what is made: “Ny person: ”Ebba Lind””. */
  line: (name: string) => string
  names?: NameToMake[]
  /** What is said of a typed name. */
  about: string
  onMake: (name: string) => void
}

/** A line of the list: one to choose, or a name to make something of. */
export interface Line extends Omit<PickerChoice, 'id'> {
  key: string
  isNew: boolean
}

interface Wanted {
  making?: Making | undefined
  /** The heading of those that differ from what is typed by a letter or two. */
  near: string
  /** Says by how many letters. */
  apart?: (letters: number) => string
}

interface Lines {
  lines: Line[]
  /** The line that is preselected. */
  likeliest: number
}

/**
 * Returns the lines for what is typed, and which of them is the likeliest: with nothing typed the id or the name
 * `likely`, else the first that fits, a name of the text that begins so, one that is alike, or what can be made.
 */
export function linesFor(
  choices: PickerChoice[],
  typed: string,
  { likely, ...wanted }: Wanted & { likely?: string | undefined },
): Lines {
  const name = typed.trim().replace(/\s+/g, ' ')
  const lines = name ? linesForTyped(choices, name, wanted) : linesForNothing(choices, wanted.making)
  const first = (fits: (line: Line) => boolean) => lines.findIndex(fits)
  const ranked = name
    ? [
        first((line) => !line.isNew && line.group !== wanted.near),
        first((line) => line.isNew && !isSameName(line.name, name)),
      ]
    : [first(({ key, name: said, isNew }) => (isNew ? said : key) === likely)]
  return { lines, likeliest: ranked.find((place) => place >= 0) ?? 0 }
}

function linesForNothing(choices: PickerChoice[], making: Making | undefined): Line[] {
  const names = (making?.names ?? []).map(asNew)
  return [...names.filter(({ group }) => group), ...choices.map(asLine), ...names.filter(({ group }) => !group)]
}

function linesForTyped(choices: PickerChoice[], name: string, { making, near, apart }: Wanted): Line[] {
  const found = findByName(choices, name, ({ about }) => about ?? '')
  const words = plainName(name).split(' ')
  const asTyped = found.filter((one) =>
    words.every((word) => plainName(`${one.name} ${one.about ?? ''}`).includes(word)),
  )
  const alike = choices
    .filter((one) => !asTyped.includes(one) && (found.includes(one) || isNearTyped(one.name, name)))
    .map((one) => ({ one, letters: lettersApart(one.name, name) }))
    .sort((a, b) => (a.letters ?? 3) - (b.letters ?? 3))
  const isKnown = choices.some((one) => isSameName(one.name, name))
  const beginning = (making?.names ?? []).filter((one) => plainName(one.name).startsWith(plainName(name)))
  const isNamed = beginning.some((one) => isSameName(one.name, name))
  const typedName = making && !isKnown && !isNamed ? [asNew({ name, about: making.about })] : []
  return [
    // The headings tell why somebody is offered; what is typed is reason enough.
    ...asTyped.map((choice) => ({ ...asLine(choice), group: undefined })),
    ...alike.map(({ one, letters }) => ({
      ...asLine(one),
      group: near,
      at: letters && apart ? apart(letters) : undefined,
    })),
    ...beginning.map((one) => ({ ...asNew(one), group: undefined })),
    ...typedName,
  ]
}

const asLine = ({ id, ...choice }: PickerChoice): Line => ({ ...choice, key: id, isNew: false })

const asNew = (one: NameToMake): Line => ({ ...one, key: `new ${one.name}`, isNew: true })
