/**
 * What a comment is about, and where that stands now. Blocks have no names of their own, so a comment remembers the words
 * of its block and is found again by them: the same words, else those most like them. It follows with every save, so that
 * a block rewritten a little at a time keeps what was said of it.
 */
import { type Block, type Document, documentText, type Image } from './rich-text.ts'

/** `head` is the headline with its lead, `hero` the image at the top; neither can be mistaken for anything else. */
export const anchorPlaces = ['head', 'hero', 'block'] as const

export interface Anchor {
  place: (typeof anchorPlaces)[number]
  /** Where a block stands in the body, from nought. */
  index: number
  /** The words of it, cut. */
  text: string
  /** What an image, a document, a film or a gallery (by its first image) is known by, whatever is said under it. */
  key: string
}

/** The text a comment hangs on. */
export interface Commented {
  title: string
  hero: Image['attrs'] | null
  body: Document
}

export const longestAnchor = 400
export const longestComment = 2_000
const longestQuote = 160
/** With fewer of their words in common two blocks are not the same one. */
const leastLikeness = 0.5

const cut = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, longestAnchor)

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

/** An anchor in what stands there now, or undefined where nothing does. */
export function anchorAt(
  { title, hero, body }: Commented,
  { place, index }: Pick<Anchor, 'place' | 'index'>,
): Anchor | undefined {
  if (place === 'head') return { place, index: 0, text: cut(title), key: '' }
  if (place === 'hero') return hero ? { place, index: 0, text: cut(hero.caption), key: hero.mediaId } : undefined
  const block = body.content[index]
  return block && blockAnchor(block, index)
}

/** The anchor as it stands in the text now, or undefined when what it was about is gone. */
export function followAnchor(anchor: Anchor, text: Commented): Anchor | undefined {
  if (anchor.place !== 'block') return anchorAt(text, anchor)
  return nearest(anchor, text.body.content.map(blockAnchor))
}

/** The same for many anchors in one text, by name. Those whose block is gone are left out. */
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

/** How many of their words two texts share, from 0 to 1. */
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

/** The opening words of what was commented on, for when it has changed. */
export function quoteOf({ text }: Pick<Anchor, 'text'>): string {
  if (text.length <= longestQuote) return text
  return `${text.slice(0, longestQuote).replace(/\s+\S*$/, '')} …`
}
