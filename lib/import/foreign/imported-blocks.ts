/** What a foreign page has been read as: blocks, the images that came along, and what has no place in a text. */
import type { Block } from '../../document/rich-text.ts'
import type { Aside } from '../style.ts'

/** How many things were left out, by kind; words where it is words that were. */
export type OmittedParts = Record<Exclude<Aside, 'unseen'> | 'image' | 'shape', number>

export const noneOmitted = (): OmittedParts => ({
  ...{ note: 0, comment: 0, change: 0, struck: 0, hidden: 0, contents: 0 },
  ...{ equation: 0, image: 0, shape: 0 },
})

export interface ImportedBlocks {
  blocks: Block[]
  /**
   * The images that came along, as `data:` or the importer's own addresses. A block's `mediaId` is its place here:
   * `carried:0`.
   */
  pictures: { src: string; alt: string }[]
  omitted: OmittedParts
  /** Whether letters of a font that draws signs have been read as those signs. */
  hasSigns: boolean
  /** How many digits of the text have become the numbers of points. */
  typed: number
  /** How many letters and digits of the page nobody has looked at: none, unless something is amiss here. */
  unread: number
  /** The words of the paragraph styled as the title, else of the first heading. They are not among the blocks. */
  title: string
}

/** Whether a page holds nothing but looks: no block, and nothing that was left out of one. */
export const isBare = ({ blocks, omitted }: ImportedBlocks): boolean =>
  blocks.length === 0 && Object.values(omitted).every((count) => count === 0)

export const importedId = (index: number): string => `carried:${index}`
export const importedIndex = (mediaId: string): number | undefined =>
  mediaId.startsWith('carried:') ? Number(mediaId.slice('carried:'.length)) : undefined
