/** Settles what a Word file leaves open before it is read: which of two versions of the same thing counts. */
import { childrenOf, lettersIn, within, type XmlElement } from './xml.ts'

/**
 * Returns the element with one version of whatever it has in several. The one with the most words is taken, then the
 * one with the most pictures, then the one the file itself prefers.
 */
export function settled(element: XmlElement): XmlElement {
  let isChanged = false
  const children = element.children.flatMap((child) => {
    const found = typeof child === 'string' ? child : settled(child)
    const isChoice = typeof found === 'object' && found.name === 'mc:AlternateContent'
    if (isChoice || found !== child) isChanged = true
    return isChoice ? chosen(found) : [found]
  })
  return isChanged ? { ...element, children } : element
}

function chosen(alternatives: XmlElement): XmlElement['children'] {
  const versions = childrenOf(alternatives).map((version) => ({
    children: version.children,
    letters: lettersIn(version),
    pictures: picturesIn(version),
  }))
  const most = Math.max(...versions.map(({ letters }) => letters))
  const worded = versions.filter(({ letters }) => letters === most)
  const shown = Math.max(...worded.map(({ pictures }) => pictures))
  return worded.find(({ pictures }) => pictures === shown)?.children ?? []
}

function picturesIn(element: XmlElement): number {
  let count = 0
  for (const { name } of within(element)) if (isPicture(name)) count++
  return count
}

export const isPicture = (name: string): boolean => name === 'a:blip' || name === 'v:imagedata'
