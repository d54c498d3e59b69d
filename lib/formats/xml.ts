/** XML written element by element, everything in it escaped. */
import { legible } from '../clean-text.ts'
import { escapeMarkup } from '../document/html.ts'

/** Made by `element`, so that text and markup cannot be taken for each other. */
export interface Xml {
  xml: string
}

type Content = Xml | string | undefined

/** An element with its attributes and what is in it. Strings become text; what is undefined is left out. */
export function element(name: string, attributes: Record<string, string>, ...content: Content[]): Xml {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`)
  const inside = content.map((part) => (typeof part === 'string' ? escapeMarkup(part) : (part?.xml ?? '')))
  return { xml: `<${name}${named.join('')}${content.length ? `>${inside.join('')}</${name}>` : '/>'}` }
}

export const xmlDocument = ({ xml }: Xml): string => legible(`<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`)
