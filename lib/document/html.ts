/**
 * Renders the text of a release as HTML that stands alone: for feeds, where no style sheet of ours applies. Addresses
 * are absolute, and it holds nothing but the closed set of blocks.
 */

import type { Language, LocalizedText } from '../locale.ts'
import { setQuote } from './attribution.ts'
import { filmAddress, isSafeHref } from './links.ts'
import type { Block, Document, Image, Inline, List, Table } from './rich-text.ts'

export interface Surroundings {
  language: Language
  /** Makes one of our addresses absolute. */
  absolute(path: string): string
  /** Looks up the image behind a use of it; undefined where readers may not have it. */
  picture(mediaId: string): { url: string; width: number; height: number; credit: string } | undefined
  /** Looks up the document behind a download; undefined where readers may not have it. */
  file(mediaId: string): { url: string; title: LocalizedText } | undefined
  /**
   * Returns whom a quote is by, as the page names them beside it: name, position and organisation, those that are
   * known.
   */
  speaker(personId: string): LocalizedText[] | undefined
}

export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')

/**
 * Returns plain text for a field that some programs read as HTML and others as it stands: only what would be taken for
 * a tag or a character reference is escaped, so that `R&D` and `5 < 6` are right for both.
 */
export const escapeLookalikes = (text: string): string =>
  text.replace(/&(?=#|[a-z][a-z\d])/gi, '&amp;').replace(/<(?=[a-z/!?])/gi, '&lt;')

export function documentHtml(document: Document, around: Surroundings): string {
  return document.content.map((block) => blockHtml(block, around)).join('\n')
}

function blockHtml(block: Block, around: Surroundings): string {
  switch (block.type) {
    case 'paragraph':
      return block.content?.length ? `<p>${inlineHtml(block.content, around)}</p>` : ''
    case 'heading':
      return `<h${block.attrs.level}>${inlineHtml(block.content, around)}</h${block.attrs.level}>`
    case 'bulletList':
    case 'orderedList':
      return listHtml(block, around)
    case 'quote': {
      const { personId, attribution } = block.attrs
      const by = personId && !attribution ? around.speaker(personId) : undefined
      const words = `<p>${inlineHtml(setQuote(block, around.language), around)}</p>`
      return `<blockquote>${words}${by ? `<footer>${by.map(saidHtml).join(', ')}</footer>` : ''}</blockquote>`
    }
    case 'image':
      return figureHtml(block.attrs, around)
    case 'gallery':
      return block.content.map((image) => figureHtml(image.attrs, around)).join('\n')
    case 'factBox': {
      const title = block.attrs.title ? `<h3>${escapeMarkup(block.attrs.title)}</h3>` : ''
      const parts = block.content.map((part) =>
        part.type === 'factRow'
          ? `<p><strong>${escapeMarkup(part.attrs.term)}:</strong> ${inlineHtml(part.content, around)}</p>`
          : blockHtml(part, around),
      )
      return `<aside>${title}${parts.join('')}</aside>`
    }
    case 'table':
      return tableHtml(block, around)
    case 'horizontalRule':
      return '<hr>'
    case 'embed': {
      const address = filmAddress(block.attrs)
      return linkHtml(address, escapeMarkup(block.attrs.title || address))
    }
    case 'download': {
      const offered = around.file(block.attrs.mediaId)
      const own = block.attrs.title.trim()
      return offered ? linkHtml(offered.url, own ? escapeMarkup(own) : saidHtml(offered.title)) : ''
    }
  }
}

const linkHtml = (address: string, words: string) => `<p><a href="${escapeMarkup(address)}">${words}</a></p>`

const saidHtml = ({ text, lang }: LocalizedText) =>
  lang ? `<span lang="${escapeMarkup(lang)}">${escapeMarkup(text)}</span>` : escapeMarkup(text)

function inlineHtml(content: Inline[] | undefined, { absolute }: Surroundings): string {
  return (content ?? [])
    .map((node) => {
      if (node.type === 'hardBreak') return '<br>'
      return (node.marks ?? []).reduce((text, mark) => {
        if (mark.type === 'bold') return `<strong>${text}</strong>`
        if (mark.type === 'italic') return `<em>${text}</em>`
        if (mark.type === 'superscript') return `<sup>${text}</sup>`
        if (mark.type === 'subscript') return `<sub>${text}</sub>`
        const { href } = mark.attrs
        if (!isSafeHref(href) || href.startsWith('#')) return text
        return `<a href="${escapeMarkup(href.startsWith('/') ? absolute(href) : href)}">${text}</a>`
      }, escapeMarkup(node.text))
    })
    .join('')
}

function listHtml(list: List, around: Surroundings): string {
  const items = list.content.map((item) => {
    const parts = item.content.map((part) =>
      part.type === 'paragraph' ? inlineHtml(part.content, around) : listHtml(part, around),
    )
    return `<li>${parts.join('<br>').replaceAll(/<br>(?=<[ou]l)/g, '')}</li>`
  })
  if (list.type === 'bulletList') return `<ul>${items.join('')}</ul>`
  return `<ol${list.attrs.start === 1 ? '' : ` start="${list.attrs.start}"`}>${items.join('')}</ol>`
}

function figureHtml(use: Image['attrs'], { picture }: Surroundings): string {
  const shown = picture(use.mediaId)
  if (!shown) return ''
  const alt = use.altDecision === 'describe' ? use.alt : ''
  const said = [use.caption, shown.credit].filter(Boolean).join(' ')
  const caption = said ? `<figcaption>${escapeMarkup(said)}</figcaption>` : ''
  return `<figure><img src="${escapeMarkup(shown.url)}" width="${shown.width}" height="${shown.height}" alt="${escapeMarkup(alt)}">${caption}</figure>`
}

function tableHtml(table: Table, around: Surroundings): string {
  const caption = table.attrs.caption ? `<caption>${escapeMarkup(table.attrs.caption)}</caption>` : ''
  const rows = table.content.map((row) => {
    const cells = row.content.map((cell) => {
      const tag = cell.type === 'tableHeader' ? 'th' : 'td'
      const { colspan, rowspan } = cell.attrs
      const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ''}${rowspan > 1 ? ` rowspan="${rowspan}"` : ''}`
      return `<${tag}${spans}>${cell.content.map((line) => inlineHtml(line.content, around)).join('<br>')}</${tag}>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>${caption}${rows.join('')}</table>`
}
