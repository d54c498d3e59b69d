/** Finds the text boxes of Word on the clipboard. Their words stand in comments, for Word alone to read. */
import { tagOf } from '../style.ts'

export interface TextBoxes {
  boxes: Element[]
  /** The shapes that they belong to: others are given pictures of those. */
  shapes: string[]
}

/** Returns the text boxes that a comment holds. */
export function textBoxesIn(comment: Node): TextBoxes {
  const markup = /^\[if [^\]]*\bvml\b[^\]]*\]>([\s\S]*)<!\[endif\]$/.exec(comment.nodeValue ?? '')?.[1] ?? ''
  const holder = /<v:textbox[\s>]/i.test(markup) && comment.ownerDocument?.createElement('div')
  if (!holder) return { boxes: [], shapes: [] }
  holder.innerHTML = markup
  const boxes = elementsIn(holder).filter((element) => tagOf(element) === 'v:textbox')
  const shapes = boxes.flatMap((box) => box.parentElement?.getAttribute('id') ?? [])
  return { boxes, shapes }
}

function elementsIn(element: Element): Element[] {
  return [...element.children].flatMap((child) => [child, ...elementsIn(child)])
}

/** Returns the words that a picture of a text box tells in its alternative text; none for other pictures. */
export const boxWords = (alt: string): string =>
  /^(?:text ?box|textruta|tekstboks|tekstboble|textfeld|tekstikehys)\s*:\s*(\S[\s\S]*)$/i.exec(alt.trim())?.[1] ?? ''

/** Returns the words of a node with a space between its elements, for paragraphs have none between them. */
const wordsOf = (node: Node): string =>
  node.nodeType === 3 ? (node.nodeValue ?? '') : [...node.childNodes].map(wordsOf).join(' ')
const plain = (node: Node): string =>
  ` ${
    wordsOf(node)
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  } `

/** Whether the page says the words of an element once more outside comments. */
export const isSaidElsewhere = (element: Element, page: Node): boolean => plain(page).includes(plain(element))
