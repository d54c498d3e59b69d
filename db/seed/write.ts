/** Short hands for writing a release as code: each returns one block of the document. */
import type {
  Attribution,
  Block,
  FactBox,
  Gallery,
  Image,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  Quote,
  Table,
} from '#lib/document/rich-text.ts'
import type { ReleaseSeed } from './types.ts'

type Heading = Extract<Block, { type: 'heading' }>

const space = '\u00a0'

/** Keeps a number and what it counts on one line; `~` is a space that never breaks. */
function typeset(text: string): string {
  return text
    .replaceAll('~', space)
    .replace(/(?<=\d) (?=\d)/g, space)
    .replace(/(?<=\d)(?<!(?<!\d)(?:19|20)\d\d) (?=\p{L})/gu, space)
    .replace(/(?<=\b(?:kl\.|SEK)) (?=\d)/g, space)
}

/** Text with **bold**, *italic*, [links](/somewhere) and line breaks. */
export function inline(markup: string): Inline[] {
  const nodes: Inline[] = []
  const add = (text: string, ...marks: Mark[]) => {
    if (text) nodes.push(marks.length ? { type: 'text', text, marks } : { type: 'text', text })
  }
  const pattern = /\*\*(.+?)\*\*|\*(.+?)\*|\[(.+?)\]\((.+?)\)|\n/g
  const text = typeset(markup)
  let from = 0
  for (const found of text.matchAll(pattern)) {
    const [all, bold, italic, label, href] = found
    add(text.slice(from, found.index))
    if (bold) add(bold, { type: 'bold' })
    else if (italic) add(italic, { type: 'italic' })
    else if (label && href) add(label, { type: 'link', attrs: { href } })
    else nodes.push({ type: 'hardBreak' })
    from = found.index + all.length
  }
  add(text.slice(from))
  return nodes
}

export const p = (text: string): Paragraph =>
  text ? { type: 'paragraph', content: inline(text) } : { type: 'paragraph' }

const heading = (level: 2 | 3, text: string): Heading => ({ type: 'heading', attrs: { level }, content: inline(text) })
export const h2 = (text: string) => heading(2, text)
export const h3 = (text: string) => heading(3, text)

/** A point, or a point with a list of its own. */
type Point = string | [string, List]

const items = (points: Point[]): ListItem[] =>
  points.map((point) => ({
    type: 'listItem',
    content: typeof point === 'string' ? [p(point)] : [p(point[0]), point[1]],
  }))

export const bullets = (...points: Point[]): List => ({ type: 'bulletList', content: items(points) })
export const numbered = (...points: Point[]): List => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items(points),
})

/** Somebody's words; with an attribution where the page names the speaker. */
export const quote = (person: string | null, words: string, attribution?: Attribution): Quote => ({
  type: 'quote',
  attrs: { personId: person, ...(attribution && { attribution }) },
  content: inline(words),
})

/** A use of a picture: its description, or null where it is only decoration. */
export const picture = (key: string, alt: string | null, caption = ''): Image['attrs'] => ({
  mediaId: key,
  altDecision: alt === null ? 'decorative' : 'describe',
  alt: alt ?? '',
  caption: typeset(caption),
})

export const heroImage = (key: string, alt: string | null, caption = ''): Image => ({
  type: 'image',
  attrs: picture(key, alt, caption),
})

/** Pictures side by side. */
export const gallery = (...content: Image[]): Gallery => ({ type: 'gallery', content })

type Fact = string | List | [term: string, text: string]

const fact = (row: Fact): FactBox['content'][number] => {
  if (typeof row === 'string') return p(row)
  return Array.isArray(row) ? { type: 'factRow', attrs: { term: row[0] }, content: inline(row[1]) } : row
}

/** A fact box of paragraphs, lists and rows of [term, text]. */
export const facts = (title: string, ...rows: Fact[]): FactBox => ({
  type: 'factBox',
  attrs: { title: typeset(title) },
  content: rows.map(fact),
})

interface TableText {
  caption: string
  note?: string
  /** A unit stands on the line below its heading. */
  head: string[]
  rows: string[][]
  /** The row that sums up the others. */
  totals?: string[]
}

const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [p(text)],
})

/** A table whose first row and first column are headings. */
export const tableBlock = ({ caption, note, head, rows, totals }: TableText): Table => ({
  type: 'table',
  attrs: { caption: typeset(note ? `${caption}\n${note}` : caption), totals: totals !== undefined },
  content: [
    { type: 'tableRow', content: head.map((text) => cell('tableHeader', text)) },
    ...[...rows, ...(totals ? [totals] : [])].map((row) => ({
      type: 'tableRow' as const,
      content: row.map((text, column) => cell(column === 0 ? 'tableHeader' : 'tableCell', text)),
    })),
  ],
})

export const rule = (): Block => ({ type: 'horizontalRule' })

/** What most releases have in common need not be said. */
type ReleaseText = Omit<ReleaseSeed, 'place' | 'contacts'> & Partial<Pick<ReleaseSeed, 'place' | 'contacts'>>

/** A release whose headline and lead keep their numbers together, sent from Lövsele with the head of communications as contact. */
export const seedRelease = ({ title, lead, summary, ...rest }: ReleaseText): ReleaseSeed => ({
  place: 'Lövsele',
  contacts: ['sjodahl'],
  ...rest,
  title: typeset(title),
  lead: lead.map(typeset),
  ...(summary ? { summary: typeset(summary) } : {}),
})
