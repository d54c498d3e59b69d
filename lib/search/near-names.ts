/** Tells names that differ by a slip from those of other people. */

/** Å, ä and ö are letters of their own; only case, spaces and how a letter is composed do not count. */
const plainName = (name: string): string => name.normalize('NFC').toLocaleLowerCase().replace(/\s+/g, ' ').trim()

/** Shorter words that differ by two letters are other words. */
const minLength = 5

/** Whether two names are the same. */
export const isSameName = (a: string, b: string): boolean => plainName(a) === plainName(b)

/** Whether two names differ by one or two letters, and so may be the same person's; equal ones too. */
export function isNearName(a: string, b: string): boolean {
  const [one, other] = [plainName(a), plainName(b)]
  if (one === other) return true
  const most = Math.min(one.length, other.length) < minLength ? 0 : Math.min(one.length, other.length) < 8 ? 1 : 2
  return most > 0 && distance([...one], [...other], most) <= most
}

/** Returns those whose names hold each typed word or one that differs from it by a slip: `ceclia` is Cecilia Warrol. */
export function findNearlyNamed<T extends { name: string }>(all: T[], typed: string): T[] {
  const wanted = plainName(typed).split(' ').filter(Boolean)
  if (wanted.length === 0) return []
  return all.filter(({ name }) => {
    const words = plainName(name).split(' ')
    return wanted.every((word) => words.some((one) => one.startsWith(word) || isNearName(one, word)))
  })
}

/** Returns how many letters must be put in, taken out or changed; more than `most` is not counted further. */
function distance(a: string[], b: string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = b.map((_, at) => at + 1)
  row.unshift(0)
  for (const [at, letter] of a.entries()) {
    const next = [at + 1]
    for (const [place, other] of b.entries()) {
      const changed = (row[place] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
