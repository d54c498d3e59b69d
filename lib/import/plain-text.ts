/** Reads plain text as blocks, and recognises Markdown. */
import type { Block } from '../document/rich-text.ts'
import { spokenParagraph } from './spoken-paragraph.ts'

const heading = /^#{1,6} +\S/m
const link = /\[[^\]\n]{1,500}\]\((https?:|mailto:|tel:)[^)\s]+\)/
const bold = /(^|\s)\*\*\S[^\n]{0,500}?\S\*\*(?=[\s.,;:!?)]|$)/m
const list = /(^|\n)([-*+]|\d{1,3}[.)]) +\S[^\n]*\n(?:[ \t]+[^\n]*\n)*([-*+]|\d{1,3}[.)]) +\S/
const ruler = /^\|?( *:?-{3,}:? *\|)+ *(:?-{3,}:?)? *$/m

/** Whether a text is clearly Markdown: it has headings, a list, links, bold words or a table. */
export const isMarkdown = (text: string): boolean =>
  [heading, link, bold, list, ruler].some((sign) => sign.test(text.replace(/\r\n?/g, '\n')))

/** Returns plain text as paragraphs and quotes. Lines that were broken to fit a width are joined again. */
export function blocksOfText(text: string): Block[] {
  return text
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
    .map((line): Block => {
      const content = [{ type: 'text' as const, text: line }]
      const said = spokenParagraph(content)
      return said ? { type: 'quote', attrs: { personId: null }, content: said } : { type: 'paragraph', content }
    })
}

function linesOf(paragraph: string): string[] {
  const lines = paragraph.split('\n').filter((line) => line.trim())
  const isWrapped =
    lines.length > 1 &&
    lines.slice(0, -1).every((line) => line.length >= 45 && line.length <= 100 && !/[.!?]$/.test(line.trim()))
  return isWrapped ? [lines.map((line) => line.trim()).join(' ')] : lines
}
