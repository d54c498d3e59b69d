/**
 * Gathers a line of text: spaces are collapsed, letters composed (NFC), neighbours with the same marks joined, and empty
 * ends trimmed.
 */
import type { Inline, Mark } from '../document/rich-text.ts'
import type { Script } from '../document/script-letters.ts'

export interface TextStyle {
  bold: boolean
  italic: boolean
  script?: Script | undefined
  href: string | null
}

/** Returns how many words there are, for telling how much was left out. */
export const countWords = (text: string): number => text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0

/** Returns how many letters and digits there are, for telling whether all have come. */
export const lettersOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

export const lettersInNode = (node: Node): number =>
  lettersOf(node.nodeType === 9 ? ((node as Document).documentElement?.textContent ?? '') : (node.textContent ?? ''))

export class Line {
  private nodes: Inline[] = []

  /** Adds words. With `keepBreaks` a line end becomes a break, else a space. */
  add(words: string, style: TextStyle, keepBreaks = false): void {
    // Word and Outlook leave invisible characters between words, and two kinds of space in a row.
    const plain = words.replace(/(?![\v\u0085])[\p{Cc}\u00ad\u200b\ufeff\ufffc]/gu, (sign) =>
      /\s/.test(sign) ? sign : '',
    )
    // Some programs end lines with signs that are spaces to others. The last of them ends a paragraph.
    const [first = '', ...rest] = plain
      .replace(/\u2029/g, '\u2028\u2028')
      .split(keepBreaks ? /\r\n?|[\n\v\u0085\u2028]/ : /[\v\u0085\u2028]/)
    this.addText(first, style)
    for (const line of rest) {
      this.break()
      this.addText(line, style)
    }
  }

  break(): void {
    this.nodes.push({ type: 'hardBreak' })
  }

  private addText(words: string, style: TextStyle) {
    const last = this.nodes.at(-1)
    let text = words.replace(/[ \t\r\n\f]+/g, ' ').replace(/[ \u00a0]{2,}/g, ' ')
    if (last?.type !== 'text') text = text.replace(/^ +/, '')
    // A page may have a run of spaces in several pieces.
    else if (/[ \u00a0]$/.test(last.text)) text = text.replace(/^[ \u00a0]+/, '')
    if (!text) return
    const marks = marksOf(text.trim() ? style : { ...style, script: undefined })
    if (last?.type === 'text' && isSame(last.marks, marks)) last.text += text
    else this.nodes.push(marks ? { type: 'text', text, marks } : { type: 'text', text })
  }

  /**
   * Returns the paragraphs gathered, and begins anew. Two breaks in a row separate paragraphs; lines without words are
   * left out.
   */
  take(): Inline[][] {
    const lines: Inline[][] = [[]]
    let breaks = 0
    for (const node of this.nodes) {
      if (node.type === 'hardBreak') breaks++
      else if (node.text.trim() || lines.at(-1)?.length) {
        if (breaks > 1 && node.text.trim()) lines.push([])
        else if (breaks === 1 && lines.at(-1)?.length) lines.at(-1)?.push({ type: 'hardBreak' })
        lines.at(-1)?.push(node)
        breaks = 0
      }
    }
    this.nodes = []
    return lines.map((line) => trimmed(line).map(composed)).filter((line) => line.length > 0)
  }
}

function marksOf({ bold, italic, script, href }: TextStyle): Mark[] | undefined {
  const marks: Mark[] = []
  if (href) marks.push({ type: 'link', attrs: { href } })
  if (bold) marks.push({ type: 'bold' })
  if (italic) marks.push({ type: 'italic' })
  if (script) marks.push({ type: script })
  return marks.length ? marks : undefined
}

/** Whether two lists of marks are the same. Marks stand in one order, so they are compared place by place. */
const isSame = (one: Mark[] = [], other: Mark[] = []): boolean =>
  one.length === other.length &&
  one.every((mark, index) => mark.type === other[index]?.type && hrefOf(mark) === hrefOf(other[index]))

const hrefOf = (mark: Mark | undefined) => (mark?.type === 'link' ? mark.attrs.href : undefined)

/** Some programs copy å as an a and a ring, of which no name or word is made. */
const composed = (node: Inline): Inline => (node.type === 'text' ? { ...node, text: node.text.normalize('NFC') } : node)

/** Trims spaces at the ends and beside breaks. */
function trimmed(line: Inline[]): Inline[] {
  const kept = line.map((node) => ({ ...node }))
  for (const end of ['start', 'end'] as const) {
    for (;;) {
      const edge = kept.at(end === 'start' ? 0 : -1)
      if (!edge) break
      if (edge.type === 'text') {
        edge.text = end === 'start' ? edge.text.trimStart() : edge.text.trimEnd()
        if (edge.text) break
      }
      if (end === 'start') kept.shift()
      else kept.pop()
    }
  }
  return kept
}
