/**
 * Reads a text that was written elsewhere as a whole release: its headline, lead, quotes and people, its press contacts,
 * and what need not be carried over. Everything is a guess to be accepted or refused; what is not recognised stays as
 * it is, and what the text does not tell is not guessed.
 */
import { peopleNamed } from '../../document/people-named.ts'
import { readabilityOf } from '../../document/readability.ts'
import type { Block } from '../../document/rich-text.ts'
import { rulesOf } from '../../locale.ts'
import { isSameName } from '../../search/near-names.ts'
import { cardPart, readCards, readContacts } from './after-text.ts'
import { plain, readBlocks } from './blocks.ts'
import { mayBeHeading, readHead } from './head.ts'
import { isPageFurniture } from './labels.ts'
import type { HeadingPart, LeftOutPart, Part, QuotePart, ReadBlock, ReadingContext, WholeText } from './parts.ts'
import { People } from './people.ts'
import { isCopyright, repeatedSetting } from './settings-lines.ts'
import { isQuoted, speakersOf } from './speakers.ts'

/** Returns what the blocks of a text may be. The parts are in the order in which they are shown. */
export function readWholeText(blocks: Block[], context: ReadingContext): WholeText {
  const all = readBlocks(blocks).filter(({ words }) => words)
  const read = all.map((one, at) => ({ ...one, at }))
  const placeOf = (at: number) => all[at]?.at ?? at
  const words = read.map((one) => one.words).join('\n')
  const people = new People(context)
  const head = readHead(read, context)
  const claimed = new Set(head.parts.flatMap((part) => part.blocks))
  const free = () => read.slice(head.end).filter(({ at }) => !claimed.has(at))
  const claim = <T extends Part>(parts: T[]): T[] => {
    for (const part of parts) for (const at of part.blocks) claimed.add(at)
    return parts
  }
  const leftOut = claim(readLeftOut(free(), context))
  const contacts = claim(readContacts(free(), people, context))
  const named = peopleNamed(words, context.language)
  const isNamed = (name: string) =>
    named.some((one) => isSameName(one.name, name)) || context.people.some((one) => isSameName(one.name, name))
  const cards = claim(readCards(free(), people, { ...context, isNamed }))
  for (const one of named) people.addNamed(one)
  for (const known of context.people) {
    if (!known.archived && words.includes(known.name))
      people.add({ ...known, role: '', organisation: '', phone: '', email: '' })
  }
  const quotes = claim(readQuotes(free(), people, context))
  const carded = new Set(cards.map(({ person }) => person))
  const speaking = new Set(quotes.flatMap(({ speaker, candidates }) => (speaker ? [speaker] : candidates)))
  const others = [...speaking].filter((key) => !carded.has(key)).flatMap((key) => people.get(key) ?? [])
  const persons = [...cards, ...others.map((person) => cardPart(person, [], people))]
  people.keep(new Set([...persons, ...contacts].map(({ person }) => person)))
  const headings = readHeadings(read.slice(head.end), claimed)
  const parts: Part[] = [
    ...head.parts.filter(({ kind }) => kind !== 'left-out'),
    ...headings,
    ...quotes,
    ...persons,
    ...contacts,
    ...head.parts.filter(({ kind }) => kind === 'left-out'),
    ...leftOut,
  ]
  return {
    parts: parts.map((part) => ({ ...part, blocks: part.blocks.map(placeOf) })),
    people: people.settle(),
    words: readabilityOf(words).words,
  }
}

/** Returns the lines that stand on every page already, with the heading that only they stand under. */
function readLeftOut(blocks: ReadBlock[], context: ReadingContext): LeftOutPart[] {
  return blocks.flatMap(({ at, block, isPlain, words }, index): LeftOutPart[] => {
    // A line between dashes, as “– ENDS –”, looks like what somebody says.
    if (!isPlain && block.type !== 'quote') return []
    const isFurniture = isPageFurniture(words, context.language) && 'page'
    const isRepeated = isPlain ? (isCopyright(words) && 'copyright') || repeatedSetting(words, context) : undefined
    const reason = isFurniture || isRepeated
    if (!reason) return []
    const before = blocks[index - 1]
    const heads = before?.at === at - 1 && isAboutNewsroom(before.words, context) ? [before.at] : []
    return [{ kind: 'left-out', id: `left-out-${at}`, blocks: [...heads, at], words, reason }]
  })
}

/** Whether a line is the heading “Om …” of what the newsroom says of itself. */
function isAboutNewsroom(words: string, { language, newsroom }: ReadingContext): boolean {
  const { about } = rulesOf(language).reading
  return plain(words) === plain(`${about} ${newsroom.name}`)
}

/**
 * Returns the quotes: those that a dash or a quotation has made quotes already, and paragraphs in quotation marks whose
 * words tell who says them.
 */
function readQuotes(blocks: ReadBlock[], people: People, { language }: ReadingContext): QuotePart[] {
  return blocks.flatMap(({ at, block, words }): QuotePart[] => {
    const isQuote = block.type === 'quote' && block.attrs.personId === null
    if (!isQuote && !(block.type === 'paragraph' && isQuoted(words))) return []
    const found = speakersOf(words, people.all, language)
    if (!isQuote && found.length === 0) return []
    const keys = found.map(({ key }) => key)
    const [only] = keys
    return [
      {
        kind: 'quote',
        id: `quote-${at}`,
        blocks: [at],
        words,
        speaker: keys.length === 1 && only !== undefined ? only : null,
        candidates: keys.length > 1 ? keys : [],
      },
    ]
  })
}

/** Returns the lines that may be subheadings, in a text that has none. */
function readHeadings(blocks: ReadBlock[], claimed: Set<number>): HeadingPart[] {
  if (blocks.some(({ block, at }) => block.type === 'heading' && !claimed.has(at))) return []
  return blocks
    .filter((one, index) => index > 0 && !claimed.has(one.at) && mayBeHeading(one, blocks[index + 1]))
    .map(({ at, words }) => ({ kind: 'heading', id: `heading-${at}`, blocks: [at], words }))
}
