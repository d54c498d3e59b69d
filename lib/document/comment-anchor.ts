/**
 * Anchors a comment to a block of a text. Blocks have no names of their own, so an anchor remembers the words of its
 * block and finds it again by them: the same words, else those most like them. It is moved at every save, so that a
 * block rewritten a little at a time keeps its comments.
 */
import { excerpt } from '../graphemes.ts'
import { type Block, type Document, documentText, type Image } from './rich-text.ts'

/** `head` is the headline with its lead, `hero` the image at the top; neither can be mistaken for anything else. */
export const anchorPlaces = ['head', 'hero', 'block'] as const

export interface Anchor {
  place: (typeof anchorPlaces)[number]
  /** The place of the block in the body, counted from 0. */
  index: number
  /** The first words of the block. */
  text: string
  /**
   * An id of an image, a document, a film or a gallery (by its first image), which holds whatever its caption becomes.
   */
  key: string
}

/** The text that comments are about. */
export interface Commented {
  title: string
  hero: Image['attrs'] | null
  body: Document
}

export const maxAnchorLength = 400
export const maxCommentLength = 2_000
const maxQuoteLength = 160
/** With a smaller share of words in common two blocks are not the same one. */
const leastLikeness = 0.5

const cut = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, maxAnchorLength)

function keyOf(block: Block): string {
  if (block.type === 'image' || block.type === 'download') return block.attrs.mediaId
  if (block.type === 'embed') return block.attrs.videoId
  return block.type === 'gallery' ? (block.content[0]?.attrs.mediaId ?? '') : ''
}

const blockAnchor = (block: Block, index: number): Anchor => ({
  place: 'block',
  index,
  text: cut(documentText({ type: 'doc', content: [block] })),
  key: keyOf(block),
})

/** Makes an anchor to what stands at a place now, or undefined where nothing does. */
export function anchorAt(
  { title, hero, body }: Commented,
  { place, index }: Pick<Anchor, 'place' | 'index'>,
): Anchor | undefined {
  if (place === 'head') return { place, index: 0, text: cut(title), key: '' }
  if (place === 'hero') return hero ? { place, index: 0, text: cut(hero.caption), key: hero.mediaId } : undefined
  const block = body.content[index]
  return block && blockAnchor(block, index)
}

/** Returns the anchor with its block's place and words in the text now, or undefined when the block is gone. */
export function followAnchor(anchor: Anchor, text: Commented): Anchor | undefined {
  if (anchor.place !== 'block') return anchorAt(text, anchor)
  return nearest(anchor, text.body.content.map(blockAnchor))
}

/** Does the same for many anchors in one text, by name. Those whose block is gone are left out. */
export function followAnchors(anchors: Map<string, Anchor>, text: Commented): Map<string, Anchor> {
  const blocks = text.body.content.map(blockAnchor)
  return new Map(
    [...anchors].flatMap(([id, anchor]) => {
      const found = anchor.place === 'block' ? nearest(anchor, blocks) : anchorAt(text, anchor)
      return found ? [[id, found] as const] : []
    }),
  )
}

function nearest(anchor: Anchor, blocks: Anchor[]): Anchor | undefined {
  const away = (block: Anchor) => Math.abs(block.index - anchor.index)
  const closest = (found: Anchor[]) => found.sort((a, b) => away(a) - away(b))[0]
  const same = blocks.filter((block) =>
    anchor.key ? block.key === anchor.key : block.text === anchor.text && !block.key,
  )
  if (same.length) return closest(same)
  if (anchor.key || !anchor.text) return undefined
  const likened = blocks.map((block) => ({ block, likeness: likeness(anchor.text, block.text) }))
  const most = Math.max(0, ...likened.map((one) => one.likeness))
  if (most < leastLikeness) return undefined
  return closest(likened.filter((one) => one.likeness === most).map((one) => one.block))
}

/** Returns the share of words that two texts have in common, from 0 to 1. */
function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (!left.length || !right.length) return 0
  const rest = new Map<string, number>()
  for (const word of left) rest.set(word, (rest.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const count = rest.get(word) ?? 0
    if (count === 0) continue
    rest.set(word, count - 1)
    shared++
  }
  return (2 * shared) / (left.length + right.length)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Returns the first words of the block, to show when it has changed. */
export function quoteOf({ text }: Pick<Anchor, 'text'>): string {
  return excerpt(text, maxQuoteLength)
}
