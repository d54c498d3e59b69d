/** Finds the longest common subsequence of two sequences (Myers, “An O(ND) difference algorithm”, 1986). */

/** Beyond this many differences the rest counts as different: nobody reads such a comparison letter by letter. */
const maxDifferences = 1_500

/** Returns the longest common subsequence, as pairs of places. */
export function longestCommonSubsequence(before: readonly string[], after: readonly string[]): [number, number][] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let [endBefore, endAfter] = [before.length, after.length]
  while (endBefore > start && endAfter > start && before[endBefore - 1] === after[endAfter - 1]) {
    endBefore--
    endAfter--
  }
  const pairs: [number, number][] = Array.from({ length: start }, (_, place) => [place, place])
  const middle = between(before.slice(start, endBefore), after.slice(start, endAfter))
  for (const [i, j] of middle) pairs.push([i + start, j + start])
  for (let place = 0; endBefore + place < before.length; place++) pairs.push([endBefore + place, endAfter + place])
  return pairs
}

function between(before: readonly string[], after: readonly string[]): [number, number][] {
  const [n, m] = [before.length, after.length]
  if (n === 0 || m === 0) return []
  const most = Math.min(n + m, maxDifferences)
  const middle = most + 1
  const furthest = new Int32Array(2 * most + 3)
  const steps: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    steps.push(furthest.slice(middle - d - 1, middle + d + 2))
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(furthest, middle, k, d) ? reach(furthest, middle + k + 1) : reach(furthest, middle + k - 1) + 1
      let y = x - k
      while (x < n && y < m && before[x] === after[y]) {
        x++
        y++
      }
      furthest[middle + k] = x
      if (x >= n && y >= m) return backwards(steps, d, n, m)
    }
  }
  return []
}

const reach = (furthest: Int32Array, place: number): number => furthest[place] ?? 0

const isDown = (furthest: Int32Array, middle: number, k: number, d: number): boolean =>
  k === -d || (k !== d && reach(furthest, middle + k - 1) < reach(furthest, middle + k + 1))

/** Walks the steps back from the end and collects the pairs where both sequences went on together. */
function backwards(steps: Int32Array[], last: number, n: number, m: number): [number, number][] {
  const pairs: [number, number][] = []
  let [x, y] = [n, m]
  for (let d = last; d > 0; d--) {
    const furthest = steps[d] as Int32Array
    const middle = d + 1
    const k = x - y
    const from = isDown(furthest, middle, k, d) ? k + 1 : k - 1
    const fromX = reach(furthest, middle + from)
    while (x > fromX && y > fromX - from) pairs.push([--x, --y])
    x = fromX
    y = fromX - from
  }
  while (x > 0 && y > 0) pairs.push([--x, --y])
  return pairs.reverse()
}
