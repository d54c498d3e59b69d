/** Gathers the words of a paragraph as HTML; neighbours that look the same are written as one. */
import type { Script } from '../document/script-letters.ts'

interface Words {
  html: string
  bold: boolean
  italic: boolean
  script: Script | undefined
  href: string | undefined
}

export class LineHtml {
  private words: Words[] = []

  add(
    text: string,
    { bold = false, italic = false, script }: { bold?: boolean; italic?: boolean; script?: Script | undefined },
    href?: string,
  ): void {
    const last = this.words.at(-1)
    const html = escaped(text)
    const isSame = last && last.bold === bold && last.italic === italic && last.script === script && last.href === href
    if (isSame) last.html += html
    else this.words.push({ html, bold, italic, script, href })
  }

  /** Adds a break or a picture. */
  addMarkup(html: string): void {
    this.words.push({ html, bold: false, italic: false, script: undefined, href: undefined })
  }

  /** Returns the paragraph, and begins anew. */
  take(): string {
    const words = this.words
    this.words = []
    return words.map(htmlOf).join('')
  }
}

const tags: Record<Script, string> = { superscript: 'sup', subscript: 'sub' }

function htmlOf({ html, bold, italic, script, href }: Words): string {
  let written = script ? `<${tags[script]}>${html}</${tags[script]}>` : html
  if (italic) written = `<em>${written}</em>`
  if (bold) written = `<strong>${written}</strong>`
  return href ? `<a href="${escaped(href)}">${written}</a>` : written
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '')
