/** Gathers the words of an OpenDocument text, which stand in elements of any kind. */
import { elementsIn, type XmlElement } from '../word/xml.ts'

/** Returns all words in an element, in whatever it is that they stand. */
export function wordsWithin(element: XmlElement): string {
  let text = ''
  for (const { name, children } of elementsIn(element)) {
    if (/^text:[ph]$/.test(name)) text += ' '
    text += children.filter((child) => typeof child === 'string').join('')
  }
  return text
}

/** Returns words in an element of a page; nothing where there are neither words nor pictures. */
export const wrapped = (tag: string, words: string, attributes = ''): string =>
  /<img/.test(words) || /\S/.test(words.replace(/<[^>]*>/g, '')) ? `<${tag}${attributes}>${words}</${tag}>` : ''
