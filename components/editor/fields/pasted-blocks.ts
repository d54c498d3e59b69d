/** Reads what is pasted into a field as blocks, as what is pasted into the text is read. */

import { type Block, walk } from '#lib/document/rich-text.ts'
import { type ImportedBlocks, isBare } from '#lib/import/foreign/imported-blocks.ts'
import { importHtml } from '#lib/import/from-html.ts'
import { linesOf } from '#lib/import/headed-text.ts'
import { isTooLarge } from '#lib/import/html-size.ts'
import { blocksOfText, blocksOfWholeText } from '#lib/import/plain-text.ts'

/** Returns the blocks without their images, which a field has no room for. What cannot be read gives none. */
export const pastedBlocks = (data: DataTransfer): Block[] => read(data, blocksOfText)

/** Returns the same of a whole text. */
export const pastedWhole = (data: DataTransfer): Block[] => read(data, blocksOfWholeText)

/**
 * Returns what a field without marks is to have in place of the clipboard's plain words, where those would say something
 * else: struck words as if they stood, a raised number as if it were another, or an m for a µ of another font. Undefined
 * where they are right.
 */
export function pastedWords(data: DataTransfer): string | undefined {
  const imported = readHtml(data)
  if (!imported) return undefined
  const isRaised = [...walk({ type: 'doc', content: imported.blocks })].some((node) =>
    (node as { marks?: { type: string }[] }).marks?.some(({ type }) => /script$/.test(type)),
  )
  const isLess = leftFromWords(imported.omitted) > 0
  return isRaised || isLess || imported.hasSigns ? linesOf(imported.blocks).join(' ') : undefined
}

/** Returns what a field leaves out of what is pasted into it. */
export function leftOfPaste(data: DataTransfer): ImportedBlocks['omitted'] | undefined {
  const omitted = readHtml(data)?.omitted
  return omitted && leftFromWords(omitted) > 0 ? { ...omitted, image: 0 } : undefined
}

const leftFromWords = ({ image: _, ...words }: ImportedBlocks['omitted']): number =>
  Object.values(words).reduce((sum, count) => sum + count, 0)

function read(data: DataTransfer, readText: (text: string) => Block[]): Block[] {
  const blocks = readHtml(data)?.blocks ?? readText(data.getData('text/plain'))
  return blocks.filter((block) => block.type !== 'image')
}

/** Reads the page of a clipboard; undefined where it has none, or none with anything on it. */
function readHtml(data: DataTransfer): ImportedBlocks | undefined {
  const html = data.getData('text/html')
  if (!html || isTooLarge(html)) return undefined
  try {
    const imported = importHtml(new DOMParser().parseFromString(html, 'text/html'))
    return isBare(imported) ? undefined : imported
  } catch {
    return undefined
  }
}
