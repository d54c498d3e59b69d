/** Settles what a Word file leaves open before it is read: which of two versions of the same thing counts, and what is text. */
import { lettersOf } from '../line.ts'
import { childrenOf, isText, type XmlElement } from './xml.ts'

/**
 * Returns the element with one version of whatever it has in several. The one with the most words is taken, then the
 * one with the most pictures, then the one the file itself prefers.
 */
export function inOneVersion(element: XmlElement): XmlElement {
  let isChanged = false
  const children = element.children.flatMap((child) => {
    const found = typeof child === 'string' ? child : withLettering(inOneVersion(child))
    const isChoice = typeof found === 'object' && found.name === 'mc:AlternateContent'
    if (isChoice || found !== child) isChanged = true
    return isChoice ? chosen(found) : [found]
  })
  return isChanged ? { ...element, children } : element
}

/** Returns lettering (WordArt) as older programs draw it, whose words are in an attribute, as the text box that it is. */
function withLettering(element: XmlElement): XmlElement {
  const { string = '', on } = element.attributes
  const isShown = element.name === 'v:textpath' && string.trim() !== '' && !/^(f|false|0)$/.test(on ?? '')
  if (!isShown) return element
  const inside = (name: string, children: XmlElement['children']): XmlElement => ({ name, attributes: {}, children })
  const lines = string.trim().split(/\s*[\r\n]+\s*/)
  const paragraphs = lines.map((line) => inside('w:p', [inside('w:r', [inside('w:t', [line])])]))
  return inside('w:txbxContent', paragraphs)
}

function chosen(alternatives: XmlElement): XmlElement['children'] {
  const versions = childrenOf(alternatives).map((version) => ({ version, ...contentOf(version) }))
  const [best] = versions.toSorted((a, b) => b.letters - a.letters || b.pictures - a.pictures)
  return best?.version.children ?? []
}

interface Content {
  letters: number
  pictures: number
}

/** What has been counted, since versions stand in versions. */
const counted = new WeakMap<XmlElement, Content>()

function contentOf(element: XmlElement): Content {
  const known = counted.get(element)
  if (known) return known
  const content = { letters: 0, pictures: isPicture(element.name) ? 1 : 0 }
  if (isText(element.name)) content.letters = lettersOf(element.children.join(''))
  for (const child of childrenOf(element)) {
    const { letters, pictures } = contentOf(child)
    content.letters += letters
    content.pictures += pictures
  }
  counted.set(element, content)
  return content
}

export const isPicture = (name: string): boolean => name === 'a:blip' || name === 'v:imagedata'
