/** A line of text being gathered: spaces run together, neighbours with the same marks joined, empty ends taken off. */
import type { Inline, Mark } from '../document/rich-text.ts'

export interface Look {
  bold: boolean
  italic: boolean
  href: string | null
}

export class Line {
  private nodes: Inline[] = []

  /** Adds words. With `keepBreaks` a line end is a break, else it is a space. */
  add(words: string, look: Look, keepBreaks = false): void {
    // What Word and Outlook leave between words: invisible signs, and two kinds of space in a row.
    const plain = words.replace(/[\p{Cc}\u00ad\u200b\ufeff]/gu, (sign) => (/\s/.test(sign) ? sign : ''))
    const [first = '', ...rest] = keepBreaks ? plain.split(/\r\n?|\n/) : [plain]
    this.addText(first, look)
    for (const line of rest) {
      this.break()
      this.addText(line, look)
    }
  }

  break(): void {
    this.nodes.push({ type: 'hardBreak' })
  }

  private addText(words: string, look: Look) {
    const last = this.nodes.at(-1)
    let text = words.replace(/[ \t\r\n\f]+/g, ' ').replace(/[ \u00a0]{2,}/g, ' ')
    if (last?.type !== 'text' || /[ \u00a0]$/.test(last.text)) text = text.replace(/^ +/, '')
    if (!text) return
    const marks = marksOf(look)
    if (last?.type === 'text' && isSame(last.marks, marks)) last.text += text
    else this.nodes.push(marks ? { type: 'text', text, marks } : { type: 'text', text })
  }

  /** What has been gathered, and begins anew. Two breaks in a row divide paragraphs; lines without words are left out. */
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
    return lines.map(trimmed).filter((line) => line.length > 0)
  }
}

function marksOf({ bold, italic, href }: Look): Mark[] | undefined {
  const marks: Mark[] = []
  if (href) marks.push({ type: 'link', attrs: { href } })
  if (bold) marks.push({ type: 'bold' })
  if (italic) marks.push({ type: 'italic' })
  return marks.length ? marks : undefined
}

/** Marks stand in one order, so like marks stand at like places. */
const isSame = (one: Mark[] = [], other: Mark[] = []): boolean =>
  one.length === other.length &&
  one.every((mark, index) => mark.type === other[index]?.type && hrefOf(mark) === hrefOf(other[index]))

const hrefOf = (mark: Mark | undefined) => (mark?.type === 'link' ? mark.attrs.href : undefined)

/** Spaces at the ends and beside breaks are nobody's. */
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
