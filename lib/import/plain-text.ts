/** Reads plain text as blocks, and recognises Markdown. */
import type { Block } from '../document/rich-text.ts'
import { gathered, withoutLines } from './pieces/gathered.ts'
import { lineOf, type Piece } from './pieces/piece.ts'
import { evenLineEnds, joinedAll, joinedWith, lineJoins, opensLine } from './plain/line-joins.ts'
import { tabbedRows, tableOfRows } from './plain/tabbed-lines.ts'

/** “# # #” ends a press release, and is no heading. */
const heading = /^#{1,6} +[^\s#]/m
const link = /\[[^\]\n]{1,500}\]\((https?:|mailto:|tel:)[^)\s]+\)/
const bold = /(^|\s)\*\*\S[^\n]{0,500}?\S\*\*(?=[\s.,;:!?)]|$)/m
const list = /(^|\n)([-*+]|\d{1,3}[.)]) +\S[^\n]*\n(?:[ \t]+[^\n]*\n)*([-*+]|\d{1,3}[.)]) +\S/
const ruler = /^\|?( *:?-{3,}:? *\|)+ *(:?-{3,}:?)? *$/m

const hasOneOf = (text: string, signs: RegExp[]): boolean => {
  const even = evenLineEnds(text)
  return signs.some((sign) => sign.test(even))
}

/** Whether a text is clearly Markdown: it has headings, a list, links, bold words or a table. */
export const isMarkdown = (text: string): boolean => hasOneOf(text, [heading, link, bold, list, ruler])

/** Whether a text has Markdown's headings, links, bold words or tables; lists alone are written in any text. */
export const isRichMarkdown = (text: string): boolean => hasOneOf(text, [heading, link, bold, ruler])

/**
 * Returns plain text as paragraphs, quotes, lists and tables, its letters composed (NFC). Lines that were broken to fit a
 * width are joined again, with the words that were divided between them.
 */
export const blocksOfText = (text: string): Block[] =>
  gathered(
    withoutLines(
      evenLineEnds(text.normalize('NFC'))
        .split(/\n[ \t]*\n/)
        .flatMap(piecesOf),
    ),
  )

/**
 * Returns a whole text as blocks. Unlike Markdown it keeps each line by itself, so lines that begin with a hyphen or an
 * asterisk are made points here, where at least two follow one another.
 */
export const blocksOfWholeText = (text: string): Block[] =>
  blocksOfText(
    evenLineEnds(text).replace(/(?:^[ \t]*[-*+][ \t]+\S[^\n]*(?:\n|$)){2,}/gm, (lines) =>
      lines.replace(/^[ \t]*[-*+][ \t]+/gm, '• '),
    ),
  )

function piecesOf(paragraph: string): Piece[] {
  const lines = paragraph.split('\n').filter((line) => line.trim())
  const pieces: Piece[] = []
  let plain: string[] = []
  const endPlain = () => {
    pieces.push(
      ...wholeLines(plain)
        .map(wordsOf)
        .filter(Boolean)
        .map((text) => lineOf([{ type: 'text', text }])),
    )
    plain = []
  }
  for (let at = 0; at < lines.length; at++) {
    const rows = tabbedRows(lines, at)
    if (rows.length > 0) {
      endPlain()
      pieces.push(tableOfRows(rows))
      at += rows.length - 1
    } else plain.push(lines[at] ?? '')
  }
  endPlain()
  return pieces
}

const wordsOf = (line: string): string =>
  line
    .replace(/[\u00ad\u200b\ufeff\ufffc]/g, '')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

function wholeLines(lines: string[]): string[] {
  const isWrapped =
    lines.length > 1 &&
    !lines.some((line, index) => opensLine.test(line.trim()) && (index > 0 || !/^\s*[–—]/.test(line))) &&
    lines.slice(0, -1).every((line) => line.length >= 45 && line.length <= 100 && !/[.!?]$/.test(line.trim()))
  if (isWrapped) return [joinedAll(lines)]
  const joins = lineJoins(lines)
  const whole: string[] = []
  for (const [index, line] of lines.entries()) {
    const join = joins[index - 1]
    const before = join && whole.pop()
    whole.push(before === undefined || !join ? line : joinedWith(before.trimEnd(), line.trim(), join))
  }
  return whole
}
