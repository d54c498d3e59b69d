/** An organisation's mark: what is kept of the SVG it came as, and how it is written as SVG again. */

/** A shape, a group or a gradient, as SVG names it, with nothing but what draws it. */
export interface MarkPart {
  name: string
  attributes: Record<string, string>
  parts: MarkPart[]
}

export interface BrandMark {
  viewBox: string
  /** Whether it is of one colour that means nothing, black or white: it then takes that of the words beside it. */
  isInk: boolean
  parts: MarkPart[]
}

/** Returns the attributes of a part with its ids, which are `m0` and on, under a name that no other mark on the page has. */
export const namedApart = ({ attributes }: MarkPart, name: string): [string, string][] =>
  Object.entries(attributes).map(([key, value]) => [
    key,
    key === 'id' ? `${name}-${value}` : value.replace(/#(?=m\d)/, `#${name}-`),
  ])

/** Returns a mark as SVG markup, without the element around it. */
export const markShapes = ({ parts }: BrandMark): string => parts.map(partMarkup).join('')

function partMarkup(part: MarkPart): string {
  const attributes = Object.entries(part.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const opened = `<${part.name}${attributes.join('')}`
  return part.parts.length > 0 ? `${opened}>${part.parts.map(partMarkup).join('')}</${part.name}>` : `${opened}/>`
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/**
 * Returns a mark as an SVG file, which is also what a form sends of one that is not changed. One in ink is drawn in the
 * colour.
 */
export function markDocument(mark: BrandMark, colour = 'currentColor'): string {
  const own = colour === 'currentColor' ? '' : ` color="${colour}"`
  const paint = mark.isInk ? ` fill="${colour}"${own}` : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${mark.viewBox}"${paint}>${markShapes(mark)}</svg>`
}
