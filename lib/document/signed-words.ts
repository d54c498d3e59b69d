/**
 * The very words that somebody outside says yes to, in a form that is equal only where they are. The smallest change of a
 * word counts, and of a quote who says it and how they are named; white space, and which sign of a kind is used, does not.
 */
import { typedWords } from './block-words.ts'
import { canonical } from './compare/same-text.ts'
import type { Block, Image, Inline, Quote } from './rich-text.ts'

/** The text of a release, as far as somebody reads it before they say yes. */
export interface SignedText {
  title: string
  lead: string[]
  summary: string
  hero: Image['attrs'] | null
  body: { content: Block[] }
  cards: { personId: string; role: string; organisation: string }[]
}

const signs: [RegExp, string][] = [
  [/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, ''],
  [/[“”„‟"«»]/g, '"'],
  [/[‘’‚‛'´`]/g, "'"],
  [/[‐‑‒–—―−]/g, '-'],
  [/…/g, '...'],
  [/\s+/g, ' '],
]

const folded = (text: string): string =>
  signs.reduce((words, [sign, plain]) => words.replace(sign, plain), text.normalize('NFC')).trim()

/** Who the speaker is, as it stands beside their quotes. */
export interface ShownSpeaker {
  name: string
  role: string
  organisation: string
}

/** A quote as somebody has read it. Answers from before it was kept do not know how the speaker was presented. */
export type ReadQuote = Quote & { presented?: ShownSpeaker }

/** Returns how a text presents somebody: in the words of their card, else as the register has them. */
export function speakerIn(
  { cards }: Pick<SignedText, 'cards'>,
  { personId, registered }: { personId: string | null; registered: ShownSpeaker | null },
): ShownSpeaker {
  if (!registered) return { name: '', role: '', organisation: '' }
  const { role, organisation } = cards.find((card) => card.personId === personId) ?? registered
  return { name: registered.name, role, organisation }
}

/** How a text presents everybody who speaks in it or has a card, by their id. */
export type ShownPeople = Record<string, ShownSpeaker>

/** Returns those whom a text presents, each once, in the order they come. */
export const presentedPeople = ({ body, cards }: Pick<SignedText, 'body' | 'cards'>): string[] => [
  ...new Set([...body.content.flatMap((block) => speakerOf(block) ?? []), ...cards.map(({ personId }) => personId)]),
]

const speakerOf = (block: Block): string | null => (block.type === 'quote' ? block.attrs.personId : null)

/** Returns what is signed with a quote: its words, its speaker, and how the speaker is named and presented. */
export const signedQuote = ({ attrs: { personId, attribution }, content, presented }: ReadQuote): string =>
  canonical([
    folded(typedWords(content)),
    personId,
    attribution ? [attribution.place, folded(attribution.verb), folded(attribution.named)] : null,
    ...(presented ? [[presented.name, presented.role, presented.organisation].map(folded)] : []),
  ])

interface AnyNode {
  type: string
  attrs?: Record<string, unknown>
  content?: AnyNode[]
}

/** Returns what is signed with a block: its words, where its links lead, and what it shows. How it looks is no part of it. */
export function signedBlock(block: Block): string {
  return canonical(partsOf(block as AnyNode))
}

function partsOf(node: AnyNode): unknown {
  const { colwidth: _width, ...attrs } = node.attrs ?? {}
  const said = Object.entries(attrs).map(([name, value]) => [name, foldedDeep(value)])
  const [first] = node.content ?? []
  const isText = first?.type === 'text' || first?.type === 'hardBreak'
  if (isText) {
    const content = node.content as Inline[]
    return [node.type, said, folded(typedWords(content)), hrefsIn(content)]
  }
  return [node.type, said, (node.content ?? []).map(partsOf)]
}

const foldedDeep = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null), (_, inner) => (typeof inner === 'string' ? folded(inner) : inner))

/** Returns where the links lead, each once for as far as it goes: bold in the midst of a link makes no other link of it. */
function hrefsIn(content: Inline[]): string[] {
  const hrefs = content.map((node) => {
    const link = node.type === 'text' && node.marks?.find((mark) => mark.type === 'link')
    return link && link.type === 'link' ? link.attrs.href : ''
  })
  return hrefs.filter((href, place) => href !== '' && href !== hrefs[place - 1])
}

/** Returns what is signed with the head of a text: all that stands before its body, and its people. */
const signedHead = ({ title, lead, summary, hero, cards }: SignedText, presented?: ShownPeople): string => {
  const names = presented && cards.map(({ personId }) => presented[personId]?.name ?? '')
  return canonical(
    foldedDeep([title, lead.filter((point) => point.trim()), summary, hero, cards, ...(names ? [names] : [])]),
  )
}

/** Returns what is signed with a block and with how its speaker is presented beside it. */
function signedBeside(block: Block, presented?: ShownPeople): string {
  const speaker = presented?.[speakerOf(block) ?? '']
  return speaker
    ? canonical([signedBlock(block), [speaker.name, speaker.role, speaker.organisation].map(folded)])
    : signedBlock(block)
}

/** Returns what is signed with the whole of a text: its words, and how it presents people. */
export const signedText = (text: SignedText, presented?: ShownPeople): string =>
  canonical([
    signedHead(text, presented),
    text.body.content.filter((block) => !isEmpty(block)).map((block) => signedBeside(block, presented)),
  ])

/** An empty paragraph is a place to write, and nobody reads it. */
const isEmpty = (block: Block): boolean => block.type === 'paragraph' && typedWords(block.content).trim() === ''

/** A text as somebody has read it. Answers from before it was kept do not know how people were presented. */
export type TextAsRead = SignedText & { presented?: ShownPeople }

/** Returns the places of the blocks that were not in the text which somebody has said yes to; 'head' for what is above them. */
export function unsignedPlaces(text: TextAsRead, signed: TextAsRead): { place: 'head' | 'block'; index: number }[] {
  const known = signed.body.content.map((block) => signedBeside(block, signed.presented))
  const fresh = text.body.content.flatMap((block, index) => {
    if (isEmpty(block)) return []
    const at = known.indexOf(signedBeside(block, text.presented))
    if (at >= 0) known.splice(at, 1)
    return at >= 0 ? [] : [{ place: 'block' as const, index }]
  })
  const isSameHead = signedHead(text, text.presented) === signedHead(signed, signed.presented)
  return [...(isSameHead ? [] : [{ place: 'head' as const, index: 0 }]), ...fresh]
}
