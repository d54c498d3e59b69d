/** Reads what is pasted into a field as blocks, as what is pasted into the text is read. */
import type { Block } from '#lib/document/rich-text.ts'
import { importHtml } from '#lib/import/from-html.ts'
import { isTooLarge } from '#lib/import/html-size.ts'
import { blocksOfText, blocksOfWholeText } from '#lib/import/plain-text.ts'

/** Returns the blocks without their images, which a field has no room for. What cannot be read gives none. */
export const pastedBlocks = (data: DataTransfer): Block[] => read(data, blocksOfText)

/** Returns the same of a whole text. */
export const pastedWhole = (data: DataTransfer): Block[] => read(data, blocksOfWholeText)

function read(data: DataTransfer, readText: (text: string) => Block[]): Block[] {
  const html = data.getData('text/html')
  try {
    const blocks =
      html && !isTooLarge(html)
        ? importHtml(new DOMParser().parseFromString(html, 'text/html')).blocks
        : readText(data.getData('text/plain'))
    return blocks.filter((block) => block.type !== 'image')
  } catch {
    return []
  }
}
