/** Gathers the words of a paragraph as HTML; neighbours that look the same are written as one. */

interface Words {
  html: string
  bold: boolean
  italic: boolean
  href: string | undefined
}

export class LineHtml {
  private words: Words[] = []

  add(text: string, { bold = false, italic = false }: { bold?: boolean; italic?: boolean }, href?: string): void {
    const last = this.words.at(-1)
    const html = escaped(text)
    if (last && last.bold === bold && last.italic === italic && last.href === href) last.html += html
    else this.words.push({ html, bold, italic, href })
  }

  /** Adds a break or a picture. */
  addMarkup(html: string): void {
    this.words.push({ html, bold: false, italic: false, href: undefined })
  }

  /** Returns the paragraph, and begins anew. */
  take(): string {
    const words = this.words
    this.words = []
    return words.map(htmlOf).join('')
  }
}

function htmlOf({ html, bold, italic, href }: Words): string {
  let written = html
  if (italic) written = `<em>${written}</em>`
  if (bold) written = `<strong>${written}</strong>`
  return href ? `<a href="${escaped(href)}">${written}</a>` : written
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? '')
