/** Writes XML element by element, with everything in it escaped. */
import { cleanText } from '../clean-text.ts'
import { escapeMarkup } from '../document/html.ts'

/** An element made by `element`, a type of its own so that text and markup cannot be mistaken for each other. */
export interface Xml {
  xml: string
}

type Content = Xml | string | undefined

/** Makes an element with its attributes and content. Strings become text; undefined content is left out. */
export function element(name: string, attributes: Record<string, string>, ...content: Content[]): Xml {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`)
  const inside = content.map((part) => (typeof part === 'string' ? escapeMarkup(part) : (part?.xml ?? '')))
  return { xml: `<${name}${named.join('')}${content.length ? `>${inside.join('')}</${name}>` : '/>'}` }
}

/** Returns a text as it was written, for what has to be read from the source too: an element with the signs of markup in it. */
export const verbatim = (text: string): Xml => ({
  xml: /[&<>]/.test(text) ? `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : text,
})

export const xmlDocument = ({ xml }: Xml): string => cleanText(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)
