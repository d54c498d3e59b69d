/** Compares two versions of a release as readers meet them, line by line: what was added, removed, changed and moved. */
import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { LiveCard, LiveRelease } from '#db/live/release.ts'
import type { Node } from '#lib/document/compare/align-nodes.ts'
import { type ComparedNode, compareNodes } from '#lib/document/compare/compare-nodes.ts'
import { compareText, isChanged, type WordChange } from '#lib/document/compare/compare-words.ts'

export interface ComparedLine {
  words: WordChange[]
  isChanged: boolean
  /** Whether it stands elsewhere than before, and is otherwise the same. */
  isMoved: boolean
}

interface ComparedVersions {
  title: WordChange[]
  lines: ComparedLine[]
  changes: number
}

interface Words {
  /** Names a picture or a file by its description. */
  picture: (about: string) => string
  /** Says when and where a press meeting is. */
  meeting: (meeting: LiveMeeting) => string
}

export function compareVersions(before: LiveRelease, after: LiveRelease, words: Words): ComparedVersions {
  const speakers = new Map([...before.speakers, ...after.speakers])
  const compare = (part: (release: LiveRelease) => Node[]) => compareNodes(part(before), part(after))
  const compared = [
    ...compare(({ place, byline }) => paragraphs([place, byline])),
    ...compare(({ meeting }) => paragraphs(meeting ? [words.meeting(meeting)] : [])),
    ...compare(({ lead }) => paragraphs(lead)),
    ...compare(({ hero }) => (hero ? [{ type: 'image', attrs: hero }] : [])),
    ...compare(({ body }) => body.content),
    ...compare(({ cards }) => paragraphs(cards.map(cardText))),
    ...compare(({ contacts }) => paragraphs(contacts.map(({ name }) => name))),
  ]
  const lines = compared.flatMap((node) => linesOf(node, { speakers, picture: words.picture }))
  const title = compareText(before.title, after.title)
  return { title, lines, changes: lines.filter((line) => line.isChanged).length + (isChanged(title) ? 1 : 0) }
}

const paragraphs = (texts: string[]): Node[] =>
  texts.filter(Boolean).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))

const cardText = ({ person, role, organisation }: LiveCard): string =>
  [person.name, role, organisation].filter(Boolean).join(', ')

interface Names {
  speakers: Map<string, LiveCard>
  picture: (about: string) => string
}

function linesOf(node: ComparedNode, names: Names): ComparedLine[] {
  const isMoved = Boolean(node.moved)
  const own = [
    ...attributesOf(node, names),
    ...(node.type === 'tableRow' ? [cellsOf(node, names)] : [node.words ?? []]),
  ]
  const lines = own
    .filter((words) => words.some(({ content }) => content.length > 0))
    .map((words) => ({ words, isMoved: isMoved && !isChanged(words), isChanged: isMoved || isChanged(words) }))
  const parts = node.type === 'tableRow' ? [] : (node.parts ?? [])
  return [...lines, ...parts.flatMap((part) => linesOf(part, names))]
}

/** The cells of a row are one line. */
const cellsOf = (row: ComparedNode, names: Names): WordChange[] =>
  (row.parts ?? []).flatMap((cell, place) => [
    ...(place > 0 ? compareText(' · ', ' · ') : []),
    ...linesOf(cell, names).flatMap(({ words }) => words),
  ])

/** Returns what a block says that is not among its words: headings, captions, who speaks, and which picture it shows. */
function attributesOf(node: ComparedNode, { speakers, picture }: Names): WordChange[][] {
  const read = (side: Node | undefined, name: string): string =>
    String((side?.attrs as Record<string, unknown> | undefined)?.[name] ?? '')
  const both = (name: string) => compareText(read(node.before, name), read(node.after, name))
  const said = ['title', 'term', 'caption'].map(both)
  if (node.type === 'quote' && node.before && node.after) {
    const speaker = (side: Node) => speakers.get(read(side, 'personId'))?.person.name ?? ''
    const [was, is] = [speaker(node.before), speaker(node.after)]
    return was === is ? said : [...said, compareText(was, is)]
  }
  if (!read(node.before, 'mediaId') && !read(node.after, 'mediaId')) return said
  const about = (side: Node | undefined) => (side ? picture(read(side, 'alt') || read(side, 'title')) : '')
  const isOther = read(node.before, 'mediaId') !== read(node.after, 'mediaId')
  const [was, is] = [about(node.before), about(node.after)]
  // Another picture is another, however much it is described alike.
  return [isOther ? [...compareText(was, ''), ...compareText('', is)] : compareText(was, is), ...said]
}
