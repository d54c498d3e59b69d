/** Reads what a text begins with: what stands above its headline, the headline, and the lead. */
import { isList } from '../../document/block-words.ts'
import { isBold, isSentence, plain, pointsOf } from './blocks.ts'
import { isPageFurniture, labelOf, placeIn } from './labels.ts'
import type { LeadPart, LeftOutPart, LeftOutReason, Part, ReadBlock, ReadingContext, TitlePart } from './parts.ts'
import { repeatedSetting } from './settings-lines.ts'
import { isSaid } from './speakers.ts'

/** How many blocks from the beginning a headline is looked for in. */
const longestHead = 12
const maxTitle = 300
const maxPoints = 10
const maxPoint = 1_000

const mark = /^[-–—*+•]\s+/u

interface Head {
  parts: Part[]
  /** The place of the first block after the headline and the lead. */
  end: number
}

/** Returns what the text begins with. A text whose draft has a headline gets no other. */
export function readHead(blocks: ReadBlock[], context: ReadingContext): Head {
  const lines = openingOf(blocks)
  const found = context.title ? undefined : titleIn(lines, context)
  const heading = found || context.title ? undefined : headingUnderMenus(blocks)
  const title = found ?? heading
  const opening = heading ? blocks.slice(0, heading.at) : lines
  const above = leftOutAbove(opening, title, context)
  const taken = new Set(above.flatMap((part) => part.blocks))
  const after = title ? title.at + 1 : (opening.find(({ at }) => !taken.has(at))?.at ?? opening.length)
  const under = labelsUnder(blocks, after, context)
  const start = after + under.length
  const lead = context.hasLead || (!title && !context.title) ? undefined : leadFrom(blocks, start)
  const end = lead ? (lead.blocks.at(-1) ?? start) + 1 : start
  return { parts: [...(title ? [titlePart(title)] : []), ...(lead ? [lead] : []), ...above, ...under], end }
}

const titlePart = ({ at, words }: ReadBlock): TitlePart => ({ kind: 'title', id: 'title', blocks: [at], words })

/** Returns the lines that a text begins with, before its first list, quote or long paragraph. */
function openingOf(blocks: ReadBlock[]): ReadBlock[] {
  const end = blocks.findIndex((block) => !mayBeTitle(block))
  return blocks.slice(0, Math.min(end < 0 ? blocks.length : end, longestHead))
}

/** Returns the first heading of a page that begins with the menus of its website; undefined where text comes first. */
function headingUnderMenus(blocks: ReadBlock[]): ReadBlock | undefined {
  const first = blocks.findIndex(({ block }) => block.type === 'heading')
  const isMenu = (one: ReadBlock) => /List$/.test(one.block.type) || mayBeTitle(one)
  return blocks.slice(0, Math.max(0, first)).every(isMenu) ? blocks[first] : undefined
}

/** A headline is a line, and not a paragraph of several sentences. */
const mayBeTitle = ({ isPlain, words, block }: ReadBlock): boolean =>
  isPlain &&
  words.length <= maxTitle &&
  !mark.test(words) &&
  (block.type === 'heading' || (words.length <= 200 && !/[.!?]["”»]?\s+\p{Lu}/u.test(words)))

/**
 * Returns the headline: the line that is written more than once, as a page does that names itself at the top; else the
 * first heading; else the first line that is neither a label nor a part of a web page. A sentence gives way to a line
 * after it that is none: “Here is our release.” stands above the headline in a mail.
 */
function titleIn(opening: ReadBlock[], context: ReadingContext): ReadBlock | undefined {
  const mayBe = opening.filter(({ words }) => !isAside(words, context))
  const isRepeated = ({ words }: ReadBlock, at: number) =>
    !isSentence(words) && mayBe.findIndex((one) => plain(one.words) === plain(words)) < at
  const repeated = mayBe.findLast(isRepeated)
  const [first] = mayBe
  const line = first?.words.endsWith('.') ? mayBe.find(({ words }) => isHeadlike(words)) : undefined
  return repeated ?? mayBe.find(({ block }) => block.type === 'heading') ?? line ?? first
}

const isHeadlike = (words: string): boolean => words.split(' ').length >= 4 && !/[.:]/.test(words)

const isAside = (words: string, { language }: ReadingContext): boolean =>
  labelOf(words, language) !== undefined || isPageFurniture(words, language)

function leftOutAbove(opening: ReadBlock[], title: ReadBlock | undefined, context: ReadingContext): LeftOutPart[] {
  const headline = plain(title?.words ?? context.title)
  return opening.flatMap(({ at, words }): LeftOutPart[] => {
    const isAbove = title ? at < title.at : at < opening.length && isAbout(words, headline, context)
    if (!isAbove) return []
    if (plain(words) === headline) return [leftOut(at, words, 'repeats-title')]
    const reason = reasonFor(words, context) ?? (title ? 'above-title' : undefined)
    return reason ? [leftOut(at, words, reason, context)] : []
  })
}

/** Whether a line belongs to what stands above a headline that the draft has already. */
const isAbout = (words: string, headline: string, context: ReadingContext): boolean =>
  headline !== '' && (plain(words) === headline || isAside(words, context))

function reasonFor(words: string, context: ReadingContext): LeftOutReason | undefined {
  const label = labelOf(words, context.language)
  return label ?? (isPageFurniture(words, context.language) ? 'page' : repeatedSetting(words, context))
}

function leftOut(at: number, words: string, reason: LeftOutReason, context?: ReadingContext): LeftOutPart {
  const place = reason === 'place' && context ? placeIn(words, context.language) : undefined
  return { kind: 'left-out', id: `left-out-${at}`, blocks: [at], words, reason, ...(place && { place }) }
}

/** Labels and dates may also stand between the headline and the text; so may the newsroom's own line about itself. */
function labelsUnder(blocks: ReadBlock[], from: number, context: ReadingContext): LeftOutPart[] {
  const found: LeftOutPart[] = []
  for (const { at, isPlain, words } of blocks.slice(from)) {
    const reason = isPlain ? reasonFor(words, context) : undefined
    if (!reason) break
    found.push(leftOut(at, words, reason, context))
  }
  return found
}

/** Returns the lead: bullets after the headline, however they are written; or a paragraph that is bold throughout. */
function leadFrom(blocks: ReadBlock[], start: number): LeadPart | undefined {
  const first = blocks[start]
  if (!first) return undefined
  const listed = pointsOf(first)
  if (listed) return leadPart([first], listed, 'points')
  if (isBold(first) && first.words.length > 40 && blocks[start + 1])
    return leadPart([first], [first.words], 'paragraph')
  const marked: ReadBlock[] = []
  for (const block of blocks.slice(start)) {
    if (!isMarked(block)) break
    marked.push(block)
  }
  return leadPart(
    marked,
    marked.map(({ words }) => words.replace(mark, '')),
    'points',
  )
}

/** A line with a dash may be a point or somebody's words; nobody is named as saying a point. */
const isMarked = ({ block, words }: ReadBlock): boolean =>
  (block.type === 'paragraph' || block.type === 'quote') && mark.test(words) && !isSaid(words)

function leadPart(blocks: ReadBlock[], points: string[], form: LeadPart['form']): LeadPart | undefined {
  const fits = points.length > 0 && points.length <= maxPoints && points.every((point) => point.length <= maxPoint)
  if (!fits) return undefined
  return { kind: 'lead', id: 'lead', blocks: blocks.map(({ at }) => at), words: points.join(' '), points, form }
}

/** Whether a line may be a subheading: short, no sentence, and followed by text. */
export const mayBeHeading = ({ block, words, lines }: ReadBlock, next: ReadBlock | undefined): boolean =>
  block.type === 'paragraph' &&
  lines.length === 1 &&
  words.length >= 3 &&
  words.length <= 80 &&
  /^[\p{Lu}\p{N}”“"«»]/u.test(words) &&
  !/[.!:;,…]["”»]?$/.test(words) &&
  !/[@/]|\d{5}/.test(words) &&
  next !== undefined &&
  (next.block.type === 'quote' || isList(next.block) || (next.words.length >= 80 && isSentence(next.words)))
