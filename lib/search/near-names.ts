/** Tells names that differ by a slip from those of other people. */

/** Å, ä and ö are letters of their own; only case, spaces and how a letter is composed do not count. */
export const plainName = (name: string): string => name.normalize('NFC').toLocaleLowerCase().replace(/\s+/g, ' ').trim()

/** Shorter words that differ by two letters are other words. */
const minLength = 5

/** How many letters may differ where the shorter of two names has this length. */
const mostFor = (length: number): number => (length < minLength ? 0 : length < 8 ? 1 : 2)

/** Whether two names are the same. */
export const isSameName = (a: string, b: string): boolean => plainName(a) === plainName(b)

/**
 * Returns by how many letters two names differ, where they may be the same person's: one or two, and 0 for equal ones;
 * undefined for other names.
 */
export function lettersApart(a: string, b: string): number | undefined {
  const [one, other] = [[...plainName(a)], [...plainName(b)]]
  const most = mostFor(Math.min(one.length, other.length))
  const apart = distance(one, other, most)
  return apart <= most ? apart : undefined
}

/** Whether two names differ by one or two letters, and so may be the same person's; equal ones too. */
export const isNearName = (a: string, b: string): boolean => lettersApart(a, b) !== undefined

/** Whether what somebody is typing is, but for a slip, the beginning of a name or of a later word in it. */
export function isNearTyped(name: string, typed: string): boolean {
  const letters = [...plainName(typed)]
  const most = mostFor(letters.length)
  const words = plainName(name).split(' ')
  return words.some((_, from) => {
    const rest = [...words.slice(from).join(' ')]
    return most > 0 && beginningApart(letters, rest, most) <= most
  })
}

/** Returns how many letters must be put in, taken out, changed or swapped; more than `most` is not counted further. */
function distance(a: string[], b: string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  return rowsBetween(a, b).at(-1) ?? 0
}

/** Returns how much typed letters differ from the beginning of a name that is nearest to them. */
function beginningApart(typed: string[], name: string[], most: number): number {
  return Math.min(...rowsBetween(typed, name.slice(0, typed.length + most)))
}

/** Returns what it takes to turn `a` into nothing of `b`, into its first letter, its first two, and so on. */
function rowsBetween(a: string[], b: string[]): number[] {
  let before: number[] = []
  let row = [0, ...b.map((_, at) => at + 1)]
  for (const [at, letter] of a.entries()) {
    const next = [at + 1]
    for (const [place, other] of b.entries()) {
      const changed = (row[place] ?? 0) + (letter === other ? 0 : 1)
      const isSwapped = at > 0 && place > 0 && letter === b[place - 1] && a[at - 1] === other
      const swapped = isSwapped ? (before[place - 1] ?? 0) + 1 : changed
      next.push(Math.min(changed, swapped, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row
}
