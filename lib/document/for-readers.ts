/** Leaves out what a writer has left empty, so that readers do not meet it: blocks and points without words. */
import { bulletedLines } from '../import/bulleted-lines.ts'
import { type Block, type Document, inlineText, type List } from './rich-text.ts'

/** Whether there is nothing to read in some words: what cannot be seen, or a bullet with nothing after it. */
export const isWordless = (words: string): boolean => /^[\s\p{Default_Ignorable_Code_Point}•‣▪●◦⁃∙·]*$/u.test(words)

/** Whether nobody says anything: a dash or marks that were typed, and nothing after or between them. */
const isUnsaid = (words: string): boolean => isWordless(words.replace(/[–—\-"“”„»«]/gu, ''))

/** Returns a point without a bullet that was written before its words. */
const withoutBullet = (words: string): string => {
  const [item] = bulletedLines([{ type: 'text', text: words.trim() }]) ?? []
  return item ? inlineText(item) : words.trim()
}

/** Returns the points or paragraphs of a lead that have words. */
export const leadForReaders = (lead: string[]): string[] => lead.filter((one) => !isWordless(one)).map(withoutBullet)

const nothing: Block = { type: 'paragraph' }

/** Returns the document with an empty paragraph, which is never shown, in place of each block without words. */
export const documentForReaders = (document: Document): Document => ({
  ...document,
  content: document.content.map((block) => (isEmptyBlock(block) ? nothing : pruned(block))),
})

/** Whether a block says and shows nothing. */
export function isEmptyBlock(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return isWordless(inlineText(block.content))
    case 'quote':
      return isUnsaid(inlineText(block.content))
    case 'bulletList':
    case 'orderedList':
      return block.content.every(isEmptyItem)
    case 'factBox':
      return isWordless(block.attrs.title) && block.content.every(isEmptyFact)
    case 'table':
      return (
        isWordless(block.attrs.caption) &&
        block.content.every((row) =>
          row.content.every((cell) => cell.content.every((line) => isWordless(inlineText(line.content)))),
        )
      )
    default:
      return false
  }
}

type Item = List['content'][number]
type Fact = Extract<Block, { type: 'factBox' }>['content'][number]

/** Whether a list item says nothing, nor any item inside it. */
export const isEmptyItem = ({ content }: Item): boolean => content.every((part) => isEmptyBlock(part))

const isEmptyFact = (fact: Fact): boolean =>
  fact.type === 'factRow' ? isWordless(fact.attrs.term) && isWordless(inlineText(fact.content)) : isEmptyBlock(fact)

function pruned(block: Block): Block {
  if (block.type === 'bulletList' || block.type === 'orderedList') return prunedList(block)
  if (block.type !== 'factBox') return block
  const facts = block.content.filter((fact) => !isEmptyFact(fact))
  return {
    ...block,
    content: facts.map((fact) => (fact.type === 'bulletList' || fact.type === 'orderedList' ? prunedList(fact) : fact)),
  }
}

const prunedList = (list: List): List => ({
  ...list,
  content: list.content
    .filter((item) => !isEmptyItem(item))
    .map((item) => ({
      ...item,
      content: item.content
        .filter((part) => !isEmptyBlock(part))
        .map((part) => (part.type === 'paragraph' ? part : prunedList(part))),
    })),
})
