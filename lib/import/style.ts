/**
 * Reads the style of an element of a foreign page: how its words look, whether they are seen, and what they belong to.
 */
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

const classOf = (element: Element): string => element.getAttribute('class') ?? ''

function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    styleOf(element, 'display') === 'none' ||
    /^(hidden|collapse)/.test(styleOf(element, 'visibility')) ||
    styleOf(element, 'mso-hide') === 'all' ||
    /^0(px|pt|em|%)?$/.test(styleOf(element, 'font-size'))
  )
}

/**
 * Returns bold and italic as the element changes them; a heading and a header cell are bold by themselves and do not
 * count.
 */
export function textStyleOf(element: Element, before: TextStyle): TextStyle {
  const tag = tagOf(element)
  const weight = styleOf(element, 'font-weight')
  const slant = styleOf(element, 'font-style')
  let { bold, italic } = before
  if (tag === 'b' || tag === 'strong') bold = true
  if (tag === 'i' || tag === 'em') italic = true
  if (weight) bold = /^bold/.test(weight) || Number.parseInt(weight, 10) >= 600
  if (slant) italic = /^(italic|oblique)/.test(slant)
  return { ...before, bold, italic }
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
export type Aside = 'note' | 'comment' | 'change' | 'unseen'

const unseen =
  /^(script|style|head|title|meta|link|xml|template|noscript|iframe|frame|object|embed|applet|svg|math|canvas|audio|video|input|button|select|textarea|datalist|colgroup|[vm]:.*)$/
const notes = /^#_?(ftn|edn|_ftn|sdfootnote|sdendnote|footnote|endnote)/i

export function asideOf(element: Element): Aside | undefined {
  const tag = tagOf(element)
  if (unseen.test(tag) || isHidden(element)) return 'unseen'
  if (tag === 'del') return 'change'
  const name = classOf(element)
  const part = styleOf(element, 'mso-element')
  if (/^comment/.test(part) || /\b(msocom|MsoComment)/i.test(name) || styleOf(element, 'mso-comment-reference'))
    return 'comment'
  if (/^(footnote|endnote)/.test(part) || /\b(Mso|sd)?(Footnote|Endnote)(Reference|anc|Text)\b/i.test(name))
    return 'note'
  if (/^(ftn|edn|sdfootnote|sdendnote)\d+$/.test(element.id ?? '')) return 'note'
  if (tag !== 'a') return undefined
  const href = element.getAttribute('href') ?? ''
  if (/^#_?(cmnt|_msocom)/i.test(href)) return 'comment'
  if (notes.test(href) || styleOf(element, 'mso-footnote-id') || styleOf(element, 'mso-endnote-id')) return 'note'
  return undefined
}
