/**
 * The blanks of a text that was prepared for what nobody knows yet: a name in square brackets, wherever a reader would see
 * it. A blank may be partly bold or linked, and is one all the same.
 */
import { typedWords } from './block-words.ts'
import type { Document, Image, Inline } from './schema.ts'

/** The parts of a text in which a reader would meet a blank. */
interface Prepared {
  title: string
  slug: string
  lead: string[]
  summary: string
  place: string
  byline: string
  hero: Image['attrs'] | null
  body: Document
  /** What stands on the cards of people, of AI, and of the meeting it invites to. */
  cards?: { role: string; organisation: string }[]
  ai?: { note: string } | null
  meeting?: { place: string } | null
}

/** What is written in a blank, by its name. */
export interface FilledBlank {
  name: string
  value: string
}

const blank = /\[([^[\]\n]*)\]/gu

/** A blank goes by its name however that is spaced, hyphenated or capitalised. */
const keyOf = (name: string): string => name.replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim().toLowerCase()

/** Returns the names of the blanks in a text, in reading order, each once. */
export function blanksIn(text: Prepared): string[] {
  const found = new Map<string, string>()
  mapWords(text, {
    plain: (words) => {
      for (const [, name = ''] of words.matchAll(blank))
        if (!found.has(keyOf(name))) found.set(keyOf(name), name.trim())
      return words
    },
    inlines: (content) => {
      for (const [, name = ''] of typedWords(content).matchAll(blank))
        if (!found.has(keyOf(name))) found.set(keyOf(name), name.trim())
      return content
    },
  })
  return [...found.values()]
}

/** Returns a text with its blanks filled. One without a value stays as it is. */
export function fillBlanks<Text extends Prepared>(text: Text, filled: FilledBlank[]): Text {
  const values = new Map(filled.flatMap(({ name, value }) => (value.trim() ? [[keyOf(name), value.trim()]] : [])))
  const valueFor = (name: string) => values.get(keyOf(name))
  return mapWords(text, {
    plain: (words) => words.replace(blank, (whole, name: string) => valueFor(name) ?? whole),
    inlines: (content) => fillInlines(content, valueFor),
  })
}

/** Returns a text in parts, for whoever shows where its blanks are. */
export const splitAtBlanks = (words: string): { text: string; isBlank: boolean }[] =>
  words
    .split(/(\[[^[\]\n]*\])/u)
    .map((text, index) => ({ text, isBlank: index % 2 === 1 }))
    .filter(({ text }) => text !== '')

/** A value stands in the marks that its blank begins with. */
function fillInlines(content: Inline[], valueFor: (name: string) => string | undefined): Inline[] {
  const fills = [...typedWords(content).matchAll(blank)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const value = valueFor(name)
    return value === undefined ? [] : [{ from: index, to: index + whole.length, value }]
  })
  let end = 0
  return content.flatMap((node): Inline[] => {
    const start = end
    end += node.type === 'text' ? node.text.length : 1
    if (node.type !== 'text') return [node]
    let text = ''
    let at = start
    for (const { from, to, value } of fills) {
      if (to <= start || from >= end) continue
      text += node.text.slice(at - start, Math.max(from, at) - start)
      if (from >= start) text += value
      at = Math.min(to, end)
    }
    text += node.text.slice(at - start)
    return text ? [{ ...node, text }] : []
  })
}

interface Change {
  plain: (words: string) => string
  inlines: (content: Inline[]) => Inline[]
}

interface AnyNode {
  type: string
  attrs?: object
  content?: AnyNode[]
}

/** The attributes that hold words, those of a quote's attribution too. */
const wordAttrs = ['alt', 'caption', 'title', 'term', 'verb', 'named']

function mapWords<Text extends Prepared>(text: Text, change: Change): Text {
  return {
    ...text,
    title: change.plain(text.title),
    lead: text.lead.map(change.plain),
    summary: change.plain(text.summary),
    place: change.plain(text.place),
    byline: change.plain(text.byline),
    hero: text.hero && mapAttrs(text.hero, change),
    body: mapNode(text.body, change) as Document,
    ...(text.cards && { cards: text.cards.map((card) => inFields(card, ['role', 'organisation'], change)) }),
    ...(text.meeting && { meeting: inFields(text.meeting, ['place'], change) }),
    ...(text.ai && { ai: inFields(text.ai, ['note'], change) }),
  }
}

const inFields = <Part extends object>(part: Part, fields: string[], { plain }: Change): Part =>
  Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, fields.includes(name) ? plain(value) : value]),
  ) as Part

const mapAttrs = <Attrs extends object>(attrs: Attrs, change: Change): Attrs =>
  Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => {
      if (typeof value === 'string' && wordAttrs.includes(name)) return [name, change.plain(value)]
      return [name, name === 'attribution' && value ? mapAttrs(value, change) : value]
    }),
  ) as Attrs

function mapNode(node: AnyNode, change: Change): AnyNode {
  const { content } = node
  const attrs = node.attrs && mapAttrs(node.attrs, change)
  const isInline = content?.some(({ type }) => type === 'text' || type === 'hardBreak')
  const inside = isInline
    ? (change.inlines(content as Inline[]) as AnyNode[])
    : content?.map((child) => mapNode(child, change))
  return { ...node, ...(attrs && { attrs }), ...(inside && { content: inside }) }
}
