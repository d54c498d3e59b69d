/** Orders what a picker offers by where its names stand and when they were last used. */
import type { PickerChoice } from './choice-lines.ts'

/** Something that can be chosen by its name. */
export interface NamedChoice {
  id: string
  name: string
  /** How many texts or people use it. */
  uses: number
  /** When it was last used, as ISO 8601; null for never. */
  usedAt: string | null
}

/** So many are offered as used last; the others stand below them. */
const mostRecent = 5

interface Order<T> {
  /** Those whose names stand in the text, the nearest first. */
  inText: T[]
  /** When each was last used, as ISO 8601; null for never. */
  usedAt: (one: T) => string | null
  asChoice: (one: T) => PickerChoice
  groups: { inText: string; recent: string; others: string }
  /** Says when something was last used. */
  when: (at: Date) => string
}

/** Returns what a picker offers in its one order: what stands in the text, what was used last, and the others. */
export function inOrder<T>(all: T[], { inText, usedAt, asChoice, groups, when }: Order<T>): PickerChoice[] {
  const rest = all.filter((one) => !inText.includes(one))
  const recent = rest
    .flatMap((one) => ({ one, at: usedAt(one) ?? '' }))
    .filter(({ at }) => at)
    .sort((a, b) => (b.at < a.at ? -1 : 1))
    .slice(0, mostRecent)
  const others = rest.filter((one) => !recent.some((used) => used.one === one))
  const isAlone = inText.length === 0 && recent.length === 0
  return [
    ...inText.map((one) => ({ ...asChoice(one), group: groups.inText })),
    ...recent.map(({ one, at }) => ({ ...asChoice(one), group: groups.recent, at: when(new Date(at)) })),
    ...others.map((one) => (isAlone ? asChoice(one) : { ...asChoice(one), group: groups.others })),
  ]
}
