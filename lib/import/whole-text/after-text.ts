/** Reads what stands after a text, or in the midst of it, and presents people: cards and press contacts. */
import { isList } from '../../document/block-words.ts'
import { isNameAlone, isRole } from '../../document/people-named.ts'
import type { ContactPart, PersonPart, ReadBlock, ReadingContext, ReadPerson } from './parts.ts'
import type { People } from './people.ts'
import {
  afterContactWords,
  contactsIn,
  divided,
  hasReach,
  mayBeRole,
  type Presented,
  presentedIn,
} from './person-lines.ts'

/** The most letters of a paragraph that lists contacts. */
const maxContacts = 400
const maxContactBlocks = 24

/** Returns the press contacts, with the lines that list them. Nobody is a contact who cannot be reached. */
export function readContacts(blocks: ReadBlock[], people: People, context: ReadingContext): ContactPart[] {
  const parts: ContactPart[] = []
  let at = 0
  while (at < blocks.length) {
    const listed = contactsFrom(blocks.slice(at), context)
    if (!listed) {
      at++
      continue
    }
    parts.push(...partsOf(listed, people))
    at += listed.length
  }
  return parts
}

interface Listed {
  block: ReadBlock
  lines: string[]
}

/** Returns the blocks that list contacts from here on, each with its lines; undefined where none does. */
function contactsFrom(
  blocks: ReadBlock[],
  context: ReadingContext,
): (Listed & { contacts: Presented[] })[] | undefined {
  const { language } = context
  const [first] = blocks
  if (!first?.isPlain || first.words.length > maxContacts) return undefined
  const opening = afterContactWords(first.lines[0] ?? '', language)
  const isOpened = opening !== undefined
  const lines = [...(opening ? [opening] : []), ...first.lines.slice(1)]
  const listed: Listed[] = [{ block: first, lines: isOpened ? lines : first.lines }]
  if (!isOpened && !isNameAlone(nameFirst(first), language)) return undefined
  for (const block of blocks.slice(1, maxContactBlocks)) {
    const next = [...listed, { block, lines: block.lines }]
    const opensAnother = !isOpened && afterContactWords(block.lines[0] ?? '', language) !== undefined
    const mayList = block.isPlain || (isOpened && isList(block.block))
    if (!mayList || opensAnother || !understood(next, language)) break
    listed.push({ block, lines: block.lines })
  }
  // What follows the last number or address is about something else.
  const end = listed.findLastIndex((one) => one.lines.some(hasReach))
  const kept = listed.slice(0, end + 1)
  if (kept.length === 0 || !understood(kept, language)) return undefined
  const found = withContacts(kept, language)
  // Without a heading it is a list of contacts only where the first of them can be reached.
  const [foremost] = found[0]?.contacts ?? []
  return isOpened || foremost?.phone || foremost?.email ? found : undefined
}

const nameFirst = ({ lines }: ReadBlock): string => lines[0]?.split(/[,|]/)[0]?.trim() ?? ''

const linesIn = (listed: Listed[]) => listed.flatMap(({ lines }) => lines)

const understood = (listed: Listed[], language: string): boolean => {
  const lines = linesIn(listed)
  return lines.length === 0 || contactsIn(lines, language).whole
}

/** Gives each block the contacts that it says something of: those it names, and whoever was named last before it. */
function withContacts(listed: Listed[], language: string): (Listed & { contacts: Presented[] })[] {
  const { contacts } = contactsIn(linesIn(listed), language)
  let named = 0
  return listed.map((one) => {
    const here = contactsIn(one.lines, language).contacts.length
    const from = here > 0 ? named : Math.max(0, named - 1)
    named += here
    return { ...one, contacts: contacts.slice(from, Math.max(named, from + 1)) }
  })
}

function partsOf(listed: (Listed & { contacts: Presented[] })[], people: People): ContactPart[] {
  const all = [...new Set(listed.flatMap(({ contacts }) => contacts))]
  return all.flatMap((said): ContactPart[] => {
    const person = people.add(said)
    const reach = person && people.reach(person)
    if (!person || !reach || !(reach.phone || reach.email)) return []
    const mine = listed.filter(({ contacts }) => contacts.includes(said)).map(({ block }) => block)
    return [
      {
        kind: 'contact',
        id: `contact-${person.key}`,
        blocks: mine.map(({ at }) => at),
        words: mine.map(({ words }) => words).join(' '),
        person: person.key,
      },
    ]
  })
}

interface Presentation extends Presented {
  blocks: ReadBlock[]
  /** Whether something besides a capital says that it is a person. */
  isCertain: boolean
}

/**
 * Returns the cards: names by themselves with what they do under them. A line with capitals is only taken for a name
 * where the newsroom or the text knows the person, where a role stands under it, or where it stands among such.
 */
export function readCards(
  blocks: ReadBlock[],
  people: People,
  context: ReadingContext & { isNamed: (name: string) => boolean },
): PersonPart[] {
  const runs: Presentation[][] = []
  let isRun = false
  for (let at = 0; at < blocks.length; ) {
    const found = presentationAt(blocks, at, context)
    if (!found) isRun = false
    else if (isRun) runs.at(-1)?.push(found)
    else runs.push([found])
    isRun = found !== undefined
    at += found?.blocks.length ?? 1
  }
  return runs
    .flatMap((run) => run.filter((one) => one.isCertain || (one.role && run.some(({ isCertain }) => isCertain))))
    .flatMap(({ blocks: mine, isCertain: _, ...said }) => {
      const person = people.add(said)
      return person ? [cardPart(person, mine, people)] : []
    })
}

/** Returns the card of somebody, with the lines that it is made of. */
export function cardPart(person: ReadPerson, blocks: ReadBlock[], people: People): PersonPart {
  const near = people.nearTo(person)
  return {
    kind: 'person',
    id: `person-${person.key}`,
    blocks: blocks.map(({ at }) => at),
    words: blocks.map(({ words }) => words).join(' '),
    person: person.key,
    ...(near && { near }),
  }
}

function presentationAt(
  blocks: ReadBlock[],
  at: number,
  { language, isNamed }: ReadingContext & { isNamed: (name: string) => boolean },
): Presentation | undefined {
  const block = blocks[at]
  if (!block?.isPlain) return undefined
  const [name = '', ...under] = block.lines
  if (under.length === 0) {
    const said = presentedIn(name, language)
    if (said) return { ...said, blocks: [block], isCertain: true }
  }
  if (!isNameAlone(name, language) || under.length > 2 || !under.every(mayBeRole)) return undefined
  const next = blocks[at + 1]
  const [below = ''] = under.length === 0 && isRoleLine(next, language) ? (next?.lines ?? []) : []
  const role = below || under[0] || ''
  const said = { ...divided(role, language), ...(under[1] && { organisation: under[1] }) }
  return {
    name,
    role: said.role,
    organisation: said.organisation,
    phone: '',
    email: '',
    blocks: below && next ? [block, next] : [block],
    isCertain: isNamed(name) || isRole(role, language),
  }
}

const isRoleLine = (block: ReadBlock | undefined, language: string): boolean =>
  block?.block.type === 'paragraph' &&
  block.lines.length === 1 &&
  mayBeRole(block.words) &&
  !isNameAlone(block.words, language)
