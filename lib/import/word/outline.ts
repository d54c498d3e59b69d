/** Writes the paragraphs of a Word file as HTML, with lists inside each other as they are read from any page. */
import type { ParagraphStyle } from './styles.ts'

/** How far apart, in twentieths of a point, two indents may be that are meant to be one. */
const tolerance = 120

interface Point {
  level: number
  /** Where its words begin. */
  left: number
}

export class Outline {
  private readonly html: string[] = []
  private readonly open: Point[] = []
  private readonly isCell: boolean

  /** In a cell all paragraphs are plain. */
  constructor(isCell: boolean) {
    this.isCell = isCell
  }

  paragraph(words: string, style: ParagraphStyle, left: number | undefined): void {
    if (isEmpty(words)) return
    const isPlain = this.isCell || !(style.kind || style.level)
    if (isPlain) this.closeTo(this.pointOf(style, left))
    else this.closeTo(0)
    const level = Math.min(style.level ?? 1, 6)
    if (isPlain) this.html.push(`<p>${words}</p>`)
    else if (style.kind === 'title') this.html.push(`<h1 class="title">${words}</h1>`)
    else if (style.kind === 'quote') this.html.push(`<blockquote><p>${words}</p></blockquote>`)
    else this.html.push(`<h${level}>${words}</h${level}>`)
  }

  point(words: string, point: Point, number: number | undefined): void {
    if (isEmpty(words)) return
    if (this.isCell) {
      this.html.push(`<p>${words}</p>`)
      return
    }
    this.closeTo(this.open.filter(({ level }) => level < point.level).length)
    const counted = number === undefined ? '' : ` data-aria-posinset="${number}" data-leveltext="%1."`
    this.html.push(`<div role="listitem" aria-level="${point.level}"${counted}><p>${words}</p>`)
    this.open.push(point)
  }

  /** Adds what is no paragraph, or already written: it ends the lists before it. */
  block(html: string): void {
    if (!html) return
    this.closeTo(0)
    this.html.push(html)
  }

  end(): string {
    this.closeTo(0)
    return this.html.join('')
  }

  /** Returns how many of the open points a paragraph without a marker belongs to. */
  private pointOf({ list }: ParagraphStyle, left: number | undefined): number {
    if (list?.kind === 'continue') return this.open.filter(({ level }) => level <= list.level).length
    if (list && left === undefined) return this.open.length
    if (!left || left < 0) return 0
    return this.open.findLastIndex((point) => Math.abs(point.left - left) <= tolerance) + 1
  }

  private closeTo(count: number) {
    while (this.open.length > count) {
      this.open.pop()
      this.html.push('</div>')
    }
  }
}

const isEmpty = (words: string): boolean => !/<img|<hr/.test(words) && !/\S/.test(words.replace(/<[^>]*>/g, ''))
