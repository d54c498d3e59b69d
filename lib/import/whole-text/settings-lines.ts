/** Finds the lines that repeat what the settings say of the newsroom, and so stand on every page already. */
import { plain } from './blocks.ts'
import type { LeftOutReason, ReadingContext } from './parts.ts'

/** How much two texts must have in common to say the same. */
const alike = 0.8
/** Fewer words than these prove nothing by standing inside a longer text. */
const telling = 5

/** Returns how many of the words two texts share, from none to all. */
function likeness(a: string[], b: string[]): number {
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of a) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    shared++
    left.set(word, count - 1)
  }
  return (2 * shared) / (a.length + b.length)
}

/** Whether a line says what a text of the settings says, wholly or as a part of it. */
function repeats(line: string, said: string): boolean {
  if (!line || !said) return false
  if (line === said) return true
  const [words, all] = [line.split(' '), said.split(' ')]
  if (words.length >= telling && ` ${said} `.includes(` ${line} `)) return true
  return Math.min(words.length, all.length) >= telling && likeness(words, all) >= alike
}

/** Returns which part of the settings a line repeats, if any. */
export function repeatedSetting(words: string, { newsroom }: ReadingContext): LeftOutReason | undefined {
  const line = plain(words)
  for (const reason of ['boilerplate', 'fundersLine', 'tagline'] as const) {
    const said = [newsroom[reason], ...newsroom[reason].split(/(?<=[.!?])\s+|\n+/)].map(plain)
    if (said.some((one) => repeats(line, one))) return reason === 'fundersLine' ? 'funders' : reason
  }
  return namesFunders(line, newsroom) ? 'funders' : undefined
}

/** So few words beside the names say only that these pay: “Projektet finansieras av”. */
const mostBeside = 8

/** Whether a line names the funders and says little else: all of them, or most with the newsroom. */
function namesFunders(line: string, { name, funders }: ReadingContext['newsroom']): boolean {
  const known = funders.map(plain).filter(Boolean)
  const named = known.filter((one) => ` ${line} `.includes(` ${one} `))
  const count = (words: string) => words.split(' ').length
  const beside = count(line) - named.reduce((sum, one) => sum + count(one), 0)
  if (known.length > 1 && named.length === known.length && beside <= mostBeside) return true
  const enough = known.length > 1 ? named.length >= Math.max(2, known.length - 1) : named.length === 1
  return enough && ` ${line} `.includes(` ${plain(name)} `) && count(line) <= 30
}

/** Whether a line claims a copyright, as the foot of every page does. */
export const isCopyright = (words: string): boolean => /^(?:©|\(c\)|copyright\b)/i.test(words) && words.length <= 150
