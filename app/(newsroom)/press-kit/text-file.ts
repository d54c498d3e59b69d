/** The release as a text file that any program opens. */
import { plainText } from '#lib/hyphenate.ts'
import type { Cell, Part, Run } from './outline.ts'

const said = (runs: Run[]) => runs.map(({ text }) => text).join('')

/** Paragraphs with an empty line between them, the points of a list right under each other. */
export function textFile(parts: Part[]): string {
  const text = parts.reduce((before, part, index) => {
    const isNextPoint = part.kind === 'point' && parts[index - 1]?.kind === 'point'
    return `${before}${before && (isNextPoint ? '\n' : '\n\n')}${written(part)}`
  }, '')
  return `${plainText(text)}\n`.replaceAll('\n', '\r\n')
}

function written(part: Part): string {
  switch (part.kind) {
    case 'text':
      return said(part.runs)
    case 'point':
      return `${'  '.repeat(part.level)}${part.counted ? `${part.counted.number}.` : '•'} ${said(part.runs)}`
    case 'table':
      return part.rows.map((row) => row.map(cellText).join('\t')).join('\n')
    case 'rule':
      return '* * *'
  }
}

/** A cell on one line, so that a row stays a row. Those it reaches over stand empty. */
const cellText = ({ lines, colspan }: Cell): string =>
  lines.map(said).join(' ').replaceAll(/\s+/g, ' ') + '\t'.repeat(colspan - 1)
