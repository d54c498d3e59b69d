/** Finds names in a text, and orders what a picker offers by where its names stand and when they were last used. */
import type { PickerChoice } from '#components/ui/choice/choice-lines.ts'

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Returns where a person's name stands in a text, as it is or in the genitive; -1 where it does not. */
export function placeOfName(text: string, name: string): number {
  const [said, wanted] = [text.normalize('NFC'), name.normalize('NFC').trim()]
  if (!wanted || !said.includes(wanted)) return -1
  return said.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}(?:s|’s)?(?![\\p{L}\\p{N}])`, 'u'))
}

/** Returns where a word stands in a text, whatever its case and with a short ending; -1 where it does not. */
export function placeOfWord(text: string, word: string): number {
  const [said, wanted] = [text.normalize('NFC').toLocaleLowerCase(), word.normalize('NFC').toLocaleLowerCase().trim()]
  if (!wanted || !said.includes(wanted)) return -1
  return said.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(wanted)}\\p{L}{0,2}(?![\\p{L}\\p{N}])`, 'u'))
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
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, mostRecent)
  const others = rest.filter((one) => !recent.some((used) => used.one === one))
  const isAlone = inText.length === 0 && recent.length === 0
  return [
    ...inText.map((one) => ({ ...asChoice(one), group: groups.inText })),
    ...recent.map(({ one, at }) => ({ ...asChoice(one), group: groups.recent, at: when(new Date(at)) })),
    ...others.map((one) => (isAlone ? asChoice(one) : { ...asChoice(one), group: groups.others })),
  ]
}
