/**
 * Writes a release as a plain run of parts, for the files of the press kit: what Word and a text file have in common.
 */
import { paragraphs } from '#components/newsroom/layout/boilerplate.tsx'
import { altOf } from '#components/rich-text/figure.tsx'
import type { LiveCard, LiveRelease } from '#db/live/release.ts'
import { setQuote } from '#lib/document/attribution.ts'
import { filmAddress, isSafeHref } from '#lib/document/links.ts'
import { type Block, type Image, type Inline, inlineText, type List, type Quote } from '#lib/document/rich-text.ts'
import type { Script } from '#lib/document/script-letters.ts'
import { absolute } from '#lib/env.ts'
import { saidOf } from '#lib/media/source-type.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { formatPhone } from '#lib/phone.ts'
import { formatMoment } from '#lib/time/format.ts'
import { fileUrl, pathTo } from '#lib/urls.ts'
import { correctionLines } from '../formats/corrections.ts'
import { updateLines } from '../formats/updates.ts'
import type { PageContext } from '../page-context.ts'

export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  script?: Script
  href?: string
}

type Style = 'meta' | 'title' | 'lead' | 'body' | 'h2' | 'h3' | 'h4' | 'note'

export interface Cell {
  isHeader: boolean
  colspan: number
  rowspan: number
  lines: Run[][]
}

export interface Counted {
  list: OrderedList
  number: number
}
type OrderedList = Extract<List, { type: 'orderedList' }>

export type Part =
  | { kind: 'text'; style: Style; runs: Run[] }
  | { kind: 'point'; level: number; counted?: Counted; runs: Run[] }
  | { kind: 'table'; rows: Cell[][] }
  | { kind: 'rule' }

const text = (style: Style, ...runs: (Run | string)[]): Part => ({
  kind: 'text',
  style,
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
})

/** Returns the release with its contacts, the boilerplate and its source. */
export function outlineOf(context: PageContext, release: LiveRelease): Part[] {
  const { newsroom } = context
  const { language, timeZone, texts, name, pressPhone, pressEmail } = newsroom
  const { lead, leadForm } = release
  const t = translator(language, 'newsroom')
  const phone = (number: string) => number && formatPhone(number, language, timeZone)
  const contacts = [
    ...release.contacts.map((one) => [one.name, one.position?.title, phone(one.phone), one.email]),
    ...(pressPhone || pressEmail ? [[texts.pressDeskName || t('press-desk'), phone(pressPhone), pressEmail]] : []),
  ]
  const moment = (date: Date) => formatMoment(date, newsroom)
  return [
    text(
      'meta',
      [messagesIn(language).kinds[release.kind], moment(release.publishAt), release.place].filter(Boolean).join(', '),
    ),
    text('title', release.title),
    ...(leadForm === 'points'
      ? lead.map((line): Part => ({ kind: 'point', level: 0, runs: [{ text: line, bold: true }] }))
      : lead.map((line) => text('lead', line))),
    ...updateLines(context, release).map((line) => text('body', line)),
    ...release.body.content.flatMap((block) => partsOf(block, release, language)),
    ...(release.byline ? [text('note', t('by', { byline: release.byline }))] : []),
    ...correctionLines(context, release).map((line) => text('note', line)),
    ...(contacts.length > 0 ? [text('h2', t('press-contact'))] : []),
    ...contacts.map((facts) => text('body', facts.filter(Boolean).join(', '))),
    ...(texts.boilerplate
      ? [text('h2', t('about', { name })), ...paragraphs(texts.boilerplate).map((one) => text('body', one))]
      : []),
    text('note', t('source', { name, url: absolute(pathTo(language, 'news', release.slug)) })),
  ]
}

function partsOf(block: Block, release: LiveRelease, language: PageContext['newsroom']['language']): Part[] {
  const t = translator(language, 'newsroom')
  const picture = (use: Image['attrs']): Part[] => {
    const image = release.images.get(use.mediaId)
    const said = [use.caption || altOf(use), image && saidOf(image, language)].filter(Boolean).join(' ')
    return image && said ? [text('note', t('picture-of', { words: said }))] : []
  }
  switch (block.type) {
    case 'paragraph':
      return block.content?.length ? [text('body', ...runsOf(block.content))] : []
    case 'heading':
      return [text(`h${block.attrs.level}`, ...runsOf(block.content))]
    case 'bulletList':
    case 'orderedList':
      return pointsOf(block, 0)
    case 'quote':
      return [text('body', ...runsOf(setQuote(block, language))), ...unnamed(block, release, language)]
    case 'image':
      return picture(block.attrs)
    case 'gallery':
      return block.content.flatMap((image) => picture(image.attrs))
    case 'factBox':
      return [
        ...(block.attrs.title ? [text('h3', block.attrs.title)] : []),
        ...block.content.flatMap((part) =>
          part.type === 'factRow'
            ? [text('body', { text: `${part.attrs.term}: `, bold: true }, ...runsOf(part.content))]
            : partsOf(part, release, language),
        ),
      ]
    case 'table': {
      const rows = block.content.map((row) =>
        row.content.map((cell): Cell => {
          const lines = cell.content.map((line) => runsOf(line.content))
          return { isHeader: cell.type === 'tableHeader', ...cell.attrs, lines }
        }),
      )
      const caption = block.attrs.caption ? [text('h4', block.attrs.caption)] : []
      return [...caption, { kind: 'table', rows }]
    }
    case 'horizontalRule':
      return [{ kind: 'rule' }]
    case 'embed': {
      const href = filmAddress(block.attrs)
      return [text('note', `${t('film')}: ${block.attrs.title} `.replace(/: +$/, ': '), { text: href, href })]
    }
    case 'download': {
      const file = release.documents.get(block.attrs.mediaId)
      const href = file && absolute(fileUrl(file, `original.${file.type}`))
      return file && href ? [text('body', { text: block.attrs.title.trim() || file.title, href })] : []
    }
  }
}

function pointsOf(list: List, level: number): Part[] {
  const count = (index: number) =>
    list.type === 'orderedList' ? { counted: { list, number: list.attrs.start + index } } : {}
  return list.content.flatMap((item, index) =>
    item.content.flatMap((part, place): Part[] => {
      if (part.type !== 'paragraph') return pointsOf(part, level + 1)
      const runs = runsOf(part.content)
      if (place > 0) return [text('body', ...runs)]
      return [{ kind: 'point', level, ...count(index), runs }]
    }),
  )
}

/** Returns who speaks, as the page says it. */
const speakerText = ({ person, role, organisation }: LiveCard): string =>
  [person.name, role, organisation].filter(Boolean).join(', ')

/**
 * Adds the speaker after a quote whose words do not name one: the page shows it in the margin, and these files have
 * none.
 */
function unnamed(quote: Quote, { speakers }: LiveRelease, language: PageContext['newsroom']['language']): Part[] {
  const speaker = quote.attrs.personId ? speakers.get(quote.attrs.personId) : undefined
  const words = inlineText(setQuote(quote, language))
  const isNamed = speaker?.person.name.split(/\s+/).some((name) => name.length > 1 && words.includes(name))
  return speaker && !isNamed ? [text('note', `(${speakerText(speaker)})`)] : []
}

const runsOf = (content: Inline[] | undefined): Run[] =>
  (content ?? []).map((node) => {
    if (node.type === 'hardBreak') return { text: '\n' }
    const run: Run = { text: node.text }
    for (const mark of node.marks ?? []) {
      if (mark.type === 'bold') run.bold = true
      else if (mark.type === 'italic') run.italic = true
      else if (mark.type !== 'link') run.script = mark.type
      else if (isSafeHref(mark.attrs.href) && !mark.attrs.href.startsWith('#')) {
        run.href = mark.attrs.href.startsWith('/') ? absolute(mark.attrs.href) : mark.attrs.href
      }
    }
    return run
  })
