/**
 * Finds the lines of a text that were only broken to fit a width, in a PDF or an e-mail, and how they go on in the next.
 */

import { signAt } from '../foreign/symbol-letters.ts'

/** What stands between two lines that are one; `divided` is a word that was hyphenated, and whose hyphen goes. */
export type LineJoin = 'space' | 'nothing' | 'divided'

const narrowest = 30
const widest = 130

/**
 * Ends every line alike, whatever sign a program has for it. A page ends a paragraph, unless it goes on. Word's bullets are
 * written as everybody writes them: its second one is the letter o.
 */
export const evenLineEnds = (text: string): string =>
  text
    .replace(/\p{Co}/gu, (sign) => signAt(undefined, sign.codePointAt(0) ?? 0) ?? sign)
    .replace(/^([ \t]*)o(?=\t\S)/gm, '$1◦')
    .replace(/\r\n?|[\v\u0085\u2028]/g, '\n')
    .replace(/(?<=[\p{L},-])[^\S\f]*\f\s*(?=\p{Ll})/gu, '\n')
    .replace(/[\f\u2029]/g, '\n\n')

/**
 * Returns for each line but the last how it goes on in the next, undefined where it ends. A divided word always goes on;
 * other lines only where the text shows that it was broken: a line of some length stops in the middle of a sentence.
 */
export function lineJoins(lines: string[]): (LineJoin | undefined)[] {
  const trimmed = lines.map((line) => line.trim())
  const width = Math.max(...trimmed.map(({ length }) => length))
  const pairs = trimmed.slice(0, -1).map((line, index): [string, string] => [line, trimmed[index + 1] ?? ''])
  const isBroken = width >= narrowest && width <= widest && pairs.some(([one, next]) => stopsAmid(one, next, width))
  return pairs.map(([one, next]) => {
    if (!one || !next || opensLine.test(next)) return undefined
    const isOne = isDivided(one, next) || (isBroken && (stopsAmid(one, next, width) || isFull(one, next, width)))
    return isOne ? joinOf(one, next) : undefined
  })
}

/** Returns all lines as one, without asking whether they are. */
export const joinedAll = (lines: string[]): string =>
  lines.map((line) => line.trim()).reduce((text, line) => joinedWith(text, line, joinOf(text, line)))

/** Returns two lines as one. */
export function joinedWith(line: string, next: string, join: LineJoin): string {
  if (join === 'divided') return line.slice(0, -1) + next
  return join === 'space' ? `${line} ${next}` : line + next
}

function joinOf(line: string, next: string): LineJoin {
  if (isDivided(line, next)) return 'divided'
  return /[\p{L}\p{N}][-‐]$/u.test(line) && /^[\p{Lu}\p{N}]/u.test(next) ? 'nothing' : 'space'
}

/** A line that opens so is a point, somebody’s words or an address, and goes on with no other. */
export const opensLine = /^(?:[•‣▪●◦⁃∙➢❖·*–—-]\s|\d{1,3}[.)]\s|\S*@|\S*:\/\/|www\.)/

/** Whether a word is divided between two lines. `Bygg-` before `och` is not: it waits for another word. */
const isDivided = (line: string, next: string): boolean =>
  /\p{L}\u00ad$/u.test(line) || (/\p{L}[-‐]$/u.test(line) && /^\p{Ll}/u.test(next) && !conjunction.test(next))
const conjunction = /^(?:och|eller|samt|respektive|till|and|or|to)(?!\p{L})/u

const stopsAmid = (line: string, next: string, width: number): boolean =>
  line.length >= width * 0.6 && /[\p{L}\p{N},;)”"%–-]$/u.test(line) && /^\p{Ll}/u.test(next)

/** Whether the next word would not have fitted in. */
const isFull = (line: string, next: string, width: number): boolean =>
  line.length + 1 + (/^\S*/.exec(next)?.[0].length ?? 0) > width
