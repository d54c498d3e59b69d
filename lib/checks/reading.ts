/** Takes a text apart for the rules: its blocks of words and its links, each with where it stands. */
import { typedWords } from '../document/block-words.ts'
import type { Inline, Quote } from '../document/rich-text.ts'
import type { DocumentPosition, Text } from './rule.ts'

export interface Words {
  /** `title`, `lead`, or the kind of block. */
  kind: string
  text: string
  place: DocumentPosition
  content: Inline[]
  /** The attribution set around a quote, when it names the speaker. */
  named?: { place: 'before' | 'after'; words: string }
}

interface AnyNode {
  type: string
  attrs?: object
  content?: AnyNode[]
}

/** Yields every block with words in the body, in reading order. */
function* bodyBlocks(node: AnyNode, path: number[] = []): Generator<{ node: AnyNode; path: number[] }> {
  const children = node.content ?? []
  if (children.some(({ type }) => type === 'text' || type === 'hardBreak')) yield { node, path }
  else for (const [index, child] of children.entries()) yield* bodyBlocks(child, [...path, index])
}

function bodyWords(text: Pick<Text, 'body'>): Words[] {
  return [...bodyBlocks(text.body as AnyNode)].map(({ node, path }) => {
    const content = node.content as unknown as Inline[]
    const attribution = node.type === 'quote' ? (node.attrs as Quote['attrs']).attribution : undefined
    const named = attribution && { place: attribution.place, words: attribution.named }
    return {
      kind: node.type,
      text: typedWords(content),
      place: { part: 'body', path },
      content,
      ...(named && { named }),
    }
  })
}

/** Returns all text of a release that is read as words, in reading order. */
export function allWords(text: Pick<Text, 'title' | 'lead' | 'body'>): Words[] {
  const plain = (kind: string, words: string, place: DocumentPosition): Words => ({
    kind,
    text: words,
    place,
    content: [],
  })
  return [
    plain('title', text.title, { part: 'title' }),
    ...text.lead.map((words, point) => plain('lead', words, { part: 'lead', point })),
    ...bodyWords(text),
  ]
}

/**
 * Returns every text that is translated, in reading order: besides what is read as words also what stands in no line of
 * its own, as captions, alternative texts and the roles on people's cards do.
 */
export function translatedWords({ hero, summary = '', cards = [], ...text }: Translated): Words[] {
  const inBody = new Map(bodyWords(text).map((words) => [pathIn(words.place), words]))
  const body: Words[] = []
  let image = 0
  const visit = (node: AnyNode, path: number[]) => {
    const place: DocumentPosition = node.type === 'image' ? { part: 'image', image: ++image } : { part: 'body', path }
    body.push(...besideWords(node, place))
    const words = inBody.get(path.join())
    if (words?.named && saysMore.test(words.named.words))
      body.push({ ...words, kind: 'named', text: words.named.words, content: [] })
    if (words) body.push(words)
    else for (const [index, child] of (node.content ?? []).entries()) visit(child, [...path, index])
  }
  visit(text.body as AnyNode, [])
  const [title, ...lead] = allWords({ ...text, body: { type: 'doc', content: [] } })
  const top = hero ? besideWords({ type: 'image', attrs: hero }, { part: 'image', image: 0 }) : []
  const roles = cards.map(({ personId, role }): Words => {
    return { kind: 'role', text: role, place: { part: 'card', personId }, content: [] }
  })
  const last: Words = { kind: 'summary', text: summary, place: { part: 'details', field: 'summary' }, content: [] }
  return [...(title ? [title] : []), ...lead, ...top, ...body, ...roles, last]
}

type Translated = Pick<Text, 'title' | 'lead' | 'body'> & Partial<Pick<Text, 'hero' | 'summary' | 'cards'>>

const pathIn = (place: DocumentPosition): string => (place.part === 'body' ? place.path.join() : '')

/** How a quote names its speaker is translated where it says what they do: a word that is no name, and no “von” of one. */
const saysMore = /(?<!\p{L})\p{Ll}{4,}/u

/** The words of a block that are not in its lines, by the names they are stored under. */
const beside: Record<string, string[]> = {
  image: ['alt', 'caption'],
  factBox: ['title'],
  factRow: ['term'],
  table: ['caption'],
  embed: ['title'],
  download: ['title'],
}

function besideWords({ type, attrs = {} }: AnyNode, place: DocumentPosition): Words[] {
  const written = attrs as Record<string, unknown>
  return (beside[type] ?? [])
    .filter((name) => name !== 'alt' || written.altDecision !== 'decorative')
    .map((name) => ({ kind: name, text: String(written[name] ?? ''), place, content: [] }))
}

/** Returns the place of some of a block's letters. */
export const within = ({ place }: Words, from: number, to: number): DocumentPosition =>
  place.part === 'body' || place.part === 'lead' ? { ...place, from, to } : place

export interface WrittenLink {
  href: string
  /** The words that are linked. */
  text: string
  place: DocumentPosition
}

/** Returns the links of the body, one for each run of words that leads to one address. */
export function linksIn(text: Pick<Text, 'body'>): WrittenLink[] {
  return bodyWords(text).flatMap((block) => {
    const links: (WrittenLink & { from: number; to: number })[] = []
    let at = 0
    for (const node of block.content) {
      const length = node.type === 'text' ? node.text.length : 1
      const mark = node.type === 'text' ? node.marks?.find(({ type }) => type === 'link') : undefined
      if (mark?.type === 'link' && node.type === 'text') {
        const last = links.at(-1)
        if (last?.to === at && last.href === mark.attrs.href) {
          last.text += node.text
          last.to = at + length
        } else links.push({ href: mark.attrs.href, text: node.text, from: at, to: at + length, place: block.place })
      }
      at += length
    }
    return links.map(({ from, to, ...link }) => ({ ...link, place: within(block, from, to) }))
  })
}

/** Returns the blocks of one kind at the top level of the body, with their places. */
export function blocksOf<T extends 'table' | 'heading' | 'quote'>(
  text: Pick<Text, 'body'>,
  type: T,
): { block: Extract<Text['body']['content'][number], { type: T }>; place: DocumentPosition }[] {
  return text.body.content.flatMap((block, index) =>
    block.type === type ? [{ block: block as never, place: { part: 'body' as const, path: [index] } }] : [],
  )
}
