/** Reads plain text as blocks, and recognises Markdown. */
import type { Block, Inline } from '../document/rich-text.ts'
import { bulletedLines } from './bulleted-lines.ts'
import { bulletPoint, nested } from './lists.ts'
import { spokenParagraph } from './spoken-paragraph.ts'

const heading = /^#{1,6} +\S/m
const link = /\[[^\]\n]{1,500}\]\((https?:|mailto:|tel:)[^)\s]+\)/
const bold = /(^|\s)\*\*\S[^\n]{0,500}?\S\*\*(?=[\s.,;:!?)]|$)/m
const list = /(^|\n)([-*+]|\d{1,3}[.)]) +\S[^\n]*\n(?:[ \t]+[^\n]*\n)*([-*+]|\d{1,3}[.)]) +\S/
const ruler = /^\|?( *:?-{3,}:? *\|)+ *(:?-{3,}:?)? *$/m

/** Whether a text is clearly Markdown: it has headings, a list, links, bold words or a table. */
export const isMarkdown = (text: string): boolean =>
  [heading, link, bold, list, ruler].some((sign) => sign.test(text.replace(/\r\n?/g, '\n')))

/** Returns plain text as paragraphs, quotes and lists. Lines that were broken to fit a width are joined again. */
export function blocksOfText(text: string): Block[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .flatMap(linesOf)
    .map((line) =>
      line
        .replace(/[\p{Cc}\ufeff\u200b]/gu, ' ')
        .replace(/ {2,}/g, ' ')
        .trim(),
    )
    .filter(Boolean)
  const found: Block[] = []
  let items: Inline[][] = []
  const endList = () => {
    found.push(...nested(items.map(bulletPoint)))
    items = []
  }
  for (const line of lines) {
    const content = [{ type: 'text' as const, text: line }]
    const bulleted = bulletedLines(content)
    if (bulleted) items.push(...bulleted)
    else {
      endList()
      const said = spokenParagraph(content)
      found.push(said ? { type: 'quote', attrs: { personId: null }, content: said } : { type: 'paragraph', content })
    }
  }
  endList()
  return found
}

/**
 * Returns a whole text as blocks. Unlike Markdown it keeps each line by itself, so lines that begin with a hyphen or an
 * asterisk are made points here, where at least two follow one another.
 */
export const blocksOfWholeText = (text: string): Block[] =>
  blocksOfText(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/(?:^[ \t]*[-*+][ \t]+\S[^\n]*(?:\n|$)){2,}/gm, (lines) => lines.replace(/^[ \t]*[-*+][ \t]+/gm, '• ')),
  )

/** Whether a text has Markdown's headings, links, bold words or tables; lists alone are written in any text. */
export const isRichMarkdown = (text: string): boolean =>
  [heading, link, bold, ruler].some((sign) => sign.test(text.replace(/\r\n?/g, '\n')))

const isBulleted = (line: string): boolean => bulletedLines([{ type: 'text', text: line.trim() }]) !== undefined

function linesOf(paragraph: string): string[] {
  const lines = paragraph.split('\n').filter((line) => line.trim())
  const isWrapped =
    lines.length > 1 &&
    !lines.some(isBulleted) &&
    lines.slice(0, -1).every((line) => line.length >= 45 && line.length <= 100 && !/[.!?]$/.test(line.trim()))
  return isWrapped ? [lines.map((line) => line.trim()).join(' ')] : lines
}
