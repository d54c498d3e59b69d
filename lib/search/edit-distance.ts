type Letters = ArrayLike<string>

/**
 * Returns how many letters are wrong, missing, too many or swapped, up to `most`: Damerau and Levenshtein's distance.
 */
export function editDistance(one: Letters, other: Letters, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  return editDistances(one, other, most)?.at(-1) ?? most + 1
}

/**
 * Returns the distances of `one` from the beginnings of `other`: from none of its letters, its first, its first two, and so
 * on. Undefined when all of them are more than `most`.
 */
export function editDistances(one: Letters, other: Letters, most: number): number[] | undefined {
  let before: number[] = []
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      }
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return undefined
    before = previous
    previous = row
  }
  return previous
}

/** Returns how many wrong letters a word of this length may have and still be taken for another. */
export const wrongLettersIn = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)
