/**
 * Reads the style of an element of a foreign page: how its words look, whether they are seen, and what they belong to.
 */
import type { Script } from '../document/script-letters.ts'
import type { TextStyle } from './line.ts'

const none: ReadonlyMap<string, string> = new Map()
let latest: { style: string; properties: ReadonlyMap<string, string> } = { style: '', properties: none }

/** Returns the value of one property in the element's own style, in lower case. */
export function styleOf(element: Element, property: string): string {
  const style = element.getAttribute('style')
  if (!style) return ''
  // Neighbours often have the same style, and each is read several times.
  if (style !== latest.style) latest = { style, properties: propertiesOf(style) }
  return latest.properties.get(property) ?? ''
}

function propertiesOf(style: string): Map<string, string> {
  const properties = new Map<string, string>()
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    properties.set(
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return properties
}

export const tagOf = (element: Element): string => element.nodeName.toLowerCase()

export const classOf = (element: Element): string => element.getAttribute('class') ?? ''

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    styleOf(element, 'display') === 'none' ||
    /^(hidden|collapse)/.test(styleOf(element, 'visibility')) ||
    /^0(px|pt|em|%)?$/.test(styleOf(element, 'font-size'))
  )
}

/**
 * Returns bold, italic, superscript and subscript as the element changes them; a heading and a header cell are bold by
 * themselves and do not count.
 */
export function textStyleOf(element: Element, before: TextStyle): TextStyle {
  const tag = tagOf(element)
  const font = styleOf(element, 'font')
  const weight = styleOf(element, 'font-weight')
  const slant = styleOf(element, 'font-style')
  let { bold, italic } = before
  if (tag === 'b' || tag === 'strong') bold = true
  if (tag === 'i' || tag === 'em') italic = true
  if (font) [bold, italic] = [/\b(bold|[6-9]00)\b/.test(font), /\b(italic|oblique)\b/.test(font)]
  if (weight) bold = /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600
  if (slant) italic = /^(italic|oblique)/.test(slant)
  return { ...before, bold, italic, script: scriptOf(element, tag, before.script) }
}

/** Returns the fonts that an element asks for; empty where it leaves them to what it stands in. */
export function fontsOf(element: Element, tag: string): string {
  const symbols = styleOf(element, 'mso-char-type') === 'symbol' ? styleOf(element, 'mso-symbol-font-family') : ''
  const family = styleOf(element, 'font-family') || familyIn(styleOf(element, 'font'))
  return symbols || family || (tag === 'font' && element.getAttribute('face')) || ''
}

/** Returns the fonts in `bold 7.0pt/1.2 "Times New Roman", serif`, which follow the size. */
const familyIn = (font: string): string => /(?:^|\s)[\d.]+(?:[a-z]+|%)(?:\/\S+)?\s+(.+)$/.exec(font)?.[1] ?? ''

function scriptOf(element: Element, tag: string, before: Script | undefined): Script | undefined {
  const align = styleOf(element, 'vertical-align')
  const raise = Number.parseFloat(styleOf(element, 'mso-text-raise'))
  const name = classOf(element)
  if (align === 'super' || tag === 'sup' || /(^|\s)superscript(\s|$)/i.test(name)) return 'superscript'
  if (align === 'sub' || tag === 'sub' || /(^|\s)subscript(\s|$)/i.test(name)) return 'subscript'
  const moved = raise || movedBy(align)
  if (moved) return moved > 0 ? 'superscript' : 'subscript'
  return align === 'baseline' ? undefined : before
}

/** Returns how far a style moves words up; nothing where it only adjusts them. */
function movedBy(align: string): number {
  const [, length = '', unit = ''] = /^(-?[\d.]+)(px|pt|em|%)$/.exec(align) ?? []
  const moved = Number(length)
  return Math.abs(moved) >= ({ em: 0.2, '%': 20 }[unit] ?? 2) ? moved : 0
}

/** Returns the level of a heading, 1 to 9, or undefined for other elements. */
export function headingLevel(element: Element): number | undefined {
  const tag = tagOf(element)
  if (/^h[1-6]$/.test(tag)) return Number(tag[1])
  if (element.getAttribute('role') === 'heading') return levelFrom(element.getAttribute('aria-level')) ?? 2
  const name = /\bMsoHeading(\d)\b/.exec(classOf(element))
  if (name) return Number(name[1])
  if (isTitle(element)) return 1
  return tag === 'p' ? levelFrom(styleOf(element, 'mso-outline-level')) : undefined
}

export const isTitle = (element: Element): boolean =>
  /\bMsoTitle\b/.test(classOf(element)) || (tagOf(element) === 'h1' && classOf(element) === 'title')

export function levelFrom(value: string | null): number | undefined {
  const level = Number.parseInt(value ?? '', 10)
  return level >= 1 && level <= 9 ? level : undefined
}

/** The kinds of content that are not part of the text itself and have no place in it. */
export type Aside = 'note' | 'comment' | 'change' | 'struck' | 'hidden' | 'contents' | 'equation' | 'unseen'

const unseen =
  /^(script|style|head|title|meta|link|xml|template|noscript|iframe|frame|object|embed|applet|svg|canvas|audio|video|input|button|select|textarea|datalist|colgroup|m:.*)$/
const notes = /^#_?(ftn|edn|_ftn|sdfootnote|sdendnote|footnote|endnote|fn[:-]?\d|fnref)|#cite_(note|ref)/i
const noteRoles = /^doc-(noteref|footnote|endnotes?|backlink)$/
const noteClasses =
  /\b(Mso|sd)?(Footnote|Endnote)(Reference|anc|Text)\b|(^|\s)(footnotes?|references|mw-references-wrap)(\s|$)/i

export function asideOf(element: Element): Aside | undefined {
  const tag = tagOf(element)
  const name = classOf(element)
  if (styleOf(element, 'mso-hide') === 'all') return 'hidden'
  if (tag === 'math') return 'equation'
  if (unseen.test(tag) || isHidden(element) || /\bmw-editsection\b/.test(name)) return 'unseen'
  const struck = struckBy(element, tag)
  if (struck) return struck
  const part = styleOf(element, 'mso-element')
  if (/^comment/.test(part) || /\b(msocom|MsoComment)/i.test(name)) return 'comment'
  if (/\bMsoToc(\d|Heading)\b/i.test(name) || element.getAttribute('role') === 'doc-toc') return 'contents'
  if (/^(footnote|endnote)/.test(part) || noteClasses.test(name)) return 'note'
  if (noteRoles.test(element.getAttribute('role') ?? '')) return 'note'
  if (/^(ftn|edn|sdfootnote|sdendnote)\d+$/.test(element.id ?? '')) return 'note'
  // The notes of an encyclopedia: `[1]`.
  if (tag === 'sup' && /^\[[^[\]]{1,20}\]$/.test(element.textContent?.trim() ?? '')) return 'note'
  if (tag !== 'a') return undefined
  const href = element.getAttribute('href') ?? ''
  if (/^#_?(cmnt|_msocom)/i.test(href)) return 'comment'
  if (notes.test(href) || styleOf(element, 'mso-footnote-id') || styleOf(element, 'mso-endnote-id')) return 'note'
  return undefined
}

/** Whether words are struck: by whoever wrote them, or by a tracked change. */
function struckBy(element: Element, tag: string): Aside | undefined {
  const isChange = element.hasAttribute('cite') || element.hasAttribute('datetime')
  if (tag === 'del' || /\bmsoDel\b/.test(classOf(element))) return isChange ? 'change' : 'struck'
  const lines = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`
  const isStruck = tag === 's' || tag === 'strike' || /\bline-through\b/.test(lines)
  return isStruck || /(^|\s)strikethrough(\s|$)/i.test(classOf(element)) ? 'struck' : undefined
}

const perUnit: Record<string, number> = { pt: 1, px: 0.75, in: 72, cm: 28.35, mm: 2.835, em: 12, rem: 12 }

/** Returns how far an element is indented within the one it stands in, in points; undefined where it does not say. */
export function indentOf(element: Element): number | undefined {
  const all = styleOf(element, 'margin').split(/\s+/)
  const margin = styleOf(element, 'margin-left') || styleOf(element, 'margin-inline-start') || all[3] || all[1] || ''
  const [, length, unit = 'pt'] = /^(-?[\d.]+)([a-z]+)?$/.exec(margin || styleOf(element, 'padding-left')) ?? []
  return length === undefined ? undefined : Number(length) * (perUnit[unit] ?? 0)
}
