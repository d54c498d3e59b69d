/**
 * Sets a quote by the rules of the language: its dash or its quotation marks, and the speaker's name around it. The
 * quoted words stay as they are stored: the rules say only what stands before and after them, and which full stop gives
 * way to a comma.
 */

import { type Language, listed, rulesOf } from '../locale.ts'
import type { Attribution, Inline, Quote } from './schema.ts'

/** A change at a place in the words: so many letters are left out there, and this text is set in their stead. */
export interface Change {
  at: number
  drop: number
  set: string
}

/** Returns the verbs of saying that the editor offers. Any other can be typed. */
export const verbsIn = (language: Language): string[] => listed(rulesOf(language).verbs)

/**
 * Returns a position as it stands in a sentence: without the capital that it has on a card. VD and CEO stay as they are,
 * and so does a title of which every word has a capital, as “Head of Development”.
 */
export function inSentence(position: string, language: Language): string {
  const { at, joints } = rulesOf(language).naming
  const small = [...listed(at), ...listed(joints)]
  const words = position.trim().split(/\s+/)
  const isTitled = words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word) || small.includes(word))
  return isTitled ? position : position.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
}

const dash = /^[–—]/
const mark = /^["“”„‘»«]/
/** A dash as a keyboard without one has it. */
const hyphen = /^--?\s+/
/** Words that lead up to a quote of their own: “Ingrid säger: – Ja.” */
const leadsUp = /:\s+["“”„»«–—]/
const closing = /["”’»«]$/

/** Whether the comma stands inside the marks: Swedish has it after the closing mark, English before it. */
const hasCommaInside = (words: string, language: Language | undefined) =>
  /^[“‘]/.test(words) ||
  (!/^[”„»«]/.test(words) && language !== undefined && rulesOf(language).quotes.comma === 'inside')

/** Returns what is set around the quoted words; nothing where nothing is said. */
export function changesFor(words: string, attribution: Attribution | undefined, language?: Language): Change[] {
  const said = words.trimEnd()
  if (!said) return []
  const named = attribution?.named.trim()
  const { drop, open, close } = marksFor(said, language)
  if (!attribution || !named) {
    return kept([
      { at: 0, drop, set: open },
      { at: said.length, drop: close ? words.length - said.length : 0, set: close },
    ])
  }
  const verb = attribution.verb.trim()
  if (attribution.place === 'before') {
    // A name with a title stands between commas. A dash opens a paragraph, so it gets a line of its own.
    const lead = [named.includes(',') ? `${named},` : named, verb].filter(Boolean).join(' ')
    const gap = dash.test(open || said) ? '\n' : ' '
    return kept([
      { at: 0, drop, set: `${lead}:${gap}${open}` },
      { at: said.length, drop: words.length - said.length, set: close },
    ])
  }
  const name = [verb, named].filter(Boolean).join(' ')
  const full = name.endsWith('.') ? name : `${name}.`
  const inner = said.replace(closing, '')
  const isMarked = inner !== said && mark.test(said)
  const end = isMarked ? inner.length : said.length
  const last = said.slice(0, end)
  const stop = /(?<!\.)\.$/.test(last) ? 1 : 0
  const comma = /[?!…,]$|\.\.$/.test(last) ? '' : ','
  const mayEnd = isMarked || close !== ''
  const inside = mayEnd && hasCommaInside(said, language) ? comma : ''
  const outside = inside ? '' : comma
  return kept([
    { at: 0, drop, set: open },
    { at: end - stop, drop: stop, set: inside },
    { at: said.length, drop: words.length - said.length, set: `${close}${outside} ${full}` },
  ])
}

/** The marks to add: words written without any get those of the language, and a hyphen gives way to its dash. */
function marksFor(said: string, language: Language | undefined): { drop: number; open: string; close: string } {
  const none = { drop: 0, open: '', close: '' }
  if (dash.test(said) || mark.test(said) || leadsUp.test(said) || !language) return none
  const { open, close } = rulesOf(language).quotes
  const [typed = ''] = hyphen.exec(said) ?? []
  if (dash.test(open)) return { drop: typed.length, open, close }
  // Marks around marks would say that somebody quotes somebody else.
  return typed || /["“”„»«]/.test(said) ? none : { drop: 0, open, close }
}

/** Returns quoted words as the language sets them, for where they stand without the text around them. */
export const quotedWords = (words: string, language: Language): string =>
  setQuote({ type: 'quote', attrs: { personId: null }, content: [{ type: 'text', text: words }] }, language)
    .map((node) => (node.type === 'text' ? node.text : ' '))
    .join('')

const kept = (changes: Change[]) => changes.filter(({ drop, set }) => drop > 0 || set !== '')

/** Returns the quote as it is set: its words and their marks, with the speaker named where the writer asked for it. */
export function setQuote({ attrs, content = [] }: Quote, language?: Language): Inline[] {
  const words = content.map((node) => (node.type === 'text' ? node.text : ' ')).join('')
  const changes = changesFor(words, attrs.attribution, language)
  if (changes.length === 0) return content
  const set: Inline[] = []
  let from = 0
  for (const { at, drop, set: text } of changes) {
    set.push(...cut(content, from, at), ...asInline(text))
    from = at + drop
  }
  return [...set, ...cut(content, from, words.length)]
}

/** Returns the part of some inline content between two places, with its marks. */
function cut(content: Inline[], from: number, to: number): Inline[] {
  let start = 0
  return content.flatMap((node): Inline[] => {
    const length = node.type === 'text' ? node.text.length : 1
    const [first, last] = [Math.max(from - start, 0), Math.min(to - start, length)]
    start += length
    if (first >= last) return []
    return node.type === 'text' ? [{ ...node, text: node.text.slice(first, last) }] : [node]
  })
}

const asInline = (text: string): Inline[] =>
  text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(line ? [{ type: 'text' as const, text: line }] : []),
    ])
