/** Tells names that differ by a slip from those of other people. */
import { editDistance, editDistances } from './edit-distance.ts'

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
  const apart = editDistance(one, other, most)
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

/** Returns how much typed letters differ from the beginning of a name that is nearest to them. */
const beginningApart = (typed: string[], name: string[], most: number): number =>
  Math.min(...(editDistances(typed, name.slice(0, typed.length + most), most) ?? [most + 1]))
