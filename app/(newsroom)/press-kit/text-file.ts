/** Writes the release as a text file that any program opens. */
import { scriptLetters } from '#lib/document/script-letters.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Cell, Part, Run } from './outline.ts'

const said = (runs: Run[]) => runs.map(({ text, script }) => (script ? scriptLetters(text, script) : text)).join('')

/** Separates paragraphs by an empty line; list items stand right under each other. */
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

/** Returns a table cell on one line, so that a row stays a row. The columns it spans are left empty. */
const cellText = ({ lines, colspan }: Cell): string =>
  lines.map(said).join(' ').replaceAll(/\s+/g, ' ') + '\t'.repeat(colspan - 1)
