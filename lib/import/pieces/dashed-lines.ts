/**
 * Tells the points of a list from what somebody says, where both begin with a dash, and finds points that are numbered
 * by hand.
 */
import { type Inline, inlineText } from '../../document/rich-text.ts'
import { languages, listed, rulesOf } from '../../locale.ts'
import { bulletPoint, type ListPoint } from '../lists.ts'
import { spokenParagraph } from '../spoken-paragraph.ts'

const dash = /^([–—*-])\s+/
const number = /^(\d{1,3})[.)]\s+/
/** Nobody writes a longer point with a dash and a capital letter. */
const longestPoint = 60

const verbs = languages.flatMap((language) => listed(rulesOf(language).verbs))
const says = new RegExp(`(?<!\\p{L})(?:${verbs.join('|')})(?!\\p{L})`, 'iu')

/** Whether a line opens as somebody's words do. */
export const isTalk = (text: string): boolean => spokenParagraph([{ type: 'text', text }]) !== undefined

/** Whether a line opens as a point does that somebody has typed. */
export const isTypedPoint = (text: string): boolean => dash.test(text) || number.test(text)

/**
 * Returns the lines from a place on that are the points of one list: two or more with the same dash, of which none sounds
 * like talk, or with numbers that count on.
 */
export function typedPoints(lines: Inline[][], from: number): ListPoint[] {
  const texts = lines.slice(from).map((line) => inlineText(line))
  return dashedPoints(lines, from, texts) ?? numberedPoints(lines, from, texts) ?? []
}

function dashedPoints(lines: Inline[][], from: number, texts: string[]): ListPoint[] | undefined {
  const sign = dash.exec(texts[0] ?? '')?.[1]
  if (!sign) return undefined
  let count = 0
  for (const text of texts) {
    if (dash.exec(text)?.[1] !== sign || !isPoint(text, sign)) break
    count++
    // The last point of a list may end as a sentence does; what comes before it is then no talk.
    if (/^[–—]$/.test(sign) && /\.["”»)]*$/.test(text)) break
  }
  if (count < 2) return undefined
  return texts.slice(0, count).map((_, index) => bulletPoint(withoutOpening(lines[from + index] ?? [], dash)))
}

function isPoint(text: string, sign: string): boolean {
  const words = text.replace(dash, '').trim()
  if (!words || /[?!…]["”»)]*$/.test(words)) return false
  if (!/^[–—]$/.test(sign)) return !isTalk(text)
  if (/^[\p{Ll}\p{N}]/u.test(words)) return true
  return !says.test(words) && words.length <= longestPoint && !/[.?!]\s+\p{Lu}/u.test(words)
}

function numberedPoints(lines: Inline[][], from: number, texts: string[]): ListPoint[] | undefined {
  const first = Number(number.exec(texts[0] ?? '')?.[1] ?? Number.NaN)
  const end = texts.findIndex((text, index) => Number(number.exec(text)?.[1] ?? Number.NaN) !== first + index)
  const count = end < 0 ? texts.length : end
  if (count < 2) return undefined
  return texts.slice(0, count).map((_, index) => ({
    ...bulletPoint(withoutOpening(lines[from + index] ?? [], number)),
    ordered: true,
    numbers: [first + index],
    typed: number.exec(texts[index] ?? '')?.[1]?.length ?? 0,
  }))
}

/** Returns a line without the sign that opens it, which may stand in several nodes. */
function withoutOpening(line: Inline[], opening: RegExp): Inline[] {
  let left = opening.exec(inlineText(line))?.[0].length ?? 0
  return line.flatMap((node): Inline[] => {
    if (left === 0 || node.type !== 'text') return [node]
    const text = node.text.slice(left)
    left -= node.text.length - text.length
    return text ? [{ ...node, text }] : []
  })
}
