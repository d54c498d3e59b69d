/** Writes the release as a Word file, with real headings, lists and tables. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Language, localeOf } from '#lib/locale.ts'
import type { Cell, Counted, Part, Run } from './outline.ts'

const headings = {
  title: HeadingLevel.TITLE,
  h2: HeadingLevel.HEADING_1,
  h3: HeadingLevel.HEADING_2,
  h4: HeadingLevel.HEADING_3,
}
const deepest = 8
const font = 'Calibri'

/**
 * The distance between lines, as a share of what the letters take (240 is all of it). Without the rule LibreOffice takes
 * the number for a height, and the lines of large letters overlap.
 */
const lines = { line: 276, lineRule: LineRuleType.AUTO }

/** The look of a heading, which stays on the page of what follows, with all its lines. */
const heading = (size: number, around: { before?: number; after: number }) => ({
  run: { font, size, bold: true },
  paragraph: { spacing: { ...around, ...lines }, keepNext: true, keepLines: true },
})

export async function wordFile(
  parts: Part[],
  about: { title: string; creator: string; language: Language; about?: string | undefined },
): Promise<Buffer> {
  const lists = countedLists(parts)
  const document = new Document({
    title: clean(about.title),
    creator: clean(about.creator),
    lastModifiedBy: clean(about.creator),
    ...(about.about && { description: clean(about.about) }),
    styles: {
      default: {
        document: {
          run: { font, size: 22, language: { value: localeOf(about.language) } },
          paragraph: { spacing: { after: 160, ...lines } },
        },
        title: heading(40, { after: 240 }),
        heading1: heading(28, { before: 280, after: 120 }),
        heading2: heading(24, { before: 240, after: 80 }),
        heading3: heading(22, { before: 200, after: 80 }),
      },
    },
    numbering: { config: lists.map((list, index) => numbers(list.attrs.start, index)) },
    sections: [{ children: parts.map((part) => block(part, lists)) }],
  })
  return Packer.toBuffer(document)
}

/** A numbering for each numbered list, so that each begins at 1. */
const countedLists = (parts: Part[]) => [
  ...new Set(parts.flatMap((part) => (part.kind === 'point' && part.counted ? [part.counted.list] : []))),
]

const numbers = (start: number, index: number) => ({
  reference: `numbers-${index}`,
  levels: Array.from({ length: deepest + 1 }, (_, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } },
  })),
})

function block(part: Part, lists: Counted['list'][]): Paragraph | Table {
  switch (part.kind) {
    case 'text':
      return paragraph(part)
    case 'point': {
      const level = Math.min(part.level, deepest)
      const children = childrenOf(part.runs)
      if (!part.counted) return new Paragraph({ children, bullet: { level } })
      return new Paragraph({ children, numbering: { reference: `numbers-${lists.indexOf(part.counted.list)}`, level } })
    }
    case 'table':
      return new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: part.rows.map((row) => new TableRow({ children: row.map(tableCell), cantSplit: true })),
      })
    case 'rule':
      return new Paragraph({ text: '* * *', alignment: AlignmentType.CENTER })
  }
}

function paragraph({ style, runs }: Extract<Part, { kind: 'text' }>): Paragraph {
  if (style in headings) {
    return new Paragraph({ heading: headings[style as keyof typeof headings], children: childrenOf(runs) })
  }
  const look = style === 'lead' ? { bold: true } : style === 'body' ? {} : { size: 19, color: '555555' }
  return new Paragraph({ children: childrenOf(runs, look) })
}

const tableCell = ({ isHeader, colspan, rowspan, lines }: Cell): TableCell =>
  new TableCell({
    columnSpan: colspan,
    rowSpan: rowspan,
    children: lines.map(
      (runs) => new Paragraph({ children: childrenOf(runs, isHeader ? { bold: true } : {}), spacing: { after: 40 } }),
    ),
  })

interface TextStyle {
  bold?: boolean
  size?: number
  color?: string
}

const childrenOf = (runs: Run[], look: TextStyle = {}): ParagraphChild[] =>
  runs.flatMap(({ text, bold, italic, script, href }): ParagraphChild[] => {
    const lines = clean(text)
      .split('\n')
      .map(
        (line, index) =>
          new TextRun({
            text: line,
            italics: italic,
            ...look,
            bold: bold || look.bold,
            superScript: script === 'superscript',
            subScript: script === 'subscript',
            ...(index > 0 ? { break: 1 } : {}),
            ...(href ? { style: 'Hyperlink' } : {}),
          }),
      )
    return href ? [new ExternalHyperlink({ link: href, children: lines })] : lines
  })

/** Removes characters that XML cannot hold: Word refuses the whole file for one of them. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\u00ad', '')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (sign) => (/[\t\n]/.test(sign) ? sign : ''))
