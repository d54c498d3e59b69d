import { type Inline, inlineText, type Table } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { Inlines } from './inline.tsx'
import { keyed } from './keyed.ts'
import { type Cell, gridOf } from './table-grid.ts'

/** A cell with more letters than this is set on several lines; on a phone the name of a row is, sooner. */
const [longestLine, longestName] = [40, 22]

/** A wide table scrolls by itself, and then must be reachable by keyboard. */
const scrolling = { tabIndex: 0 }

/** A table with its caption; what follows the caption's first line is set as a note. */
export function TableRegion({ table, id, language }: { table: Table; id: string; language: Language }) {
  const grid = gridOf(table)
  const [title, ...notes] = table.attrs.caption.split('\n')
  const named = title ? { 'aria-labelledby': id } : { 'aria-label': translator(language, 'newsroom')('table') }
  const rows = (part: Table['content'], from: number, scope: 'col' | 'row') =>
    keyed(part).map(({ key, block: row }) => (
      <tr key={key}>
        {keyed(row.content).map(({ key: place, block: cell }) => {
          const column = grid.columns[from + Number(key)]?.[Number(place)] ?? 0
          return (
            <TableCell key={place} cell={cell} scope={scope} numeric={grid.numeric.has(column)} isName={column === 0} />
          )
        })}
      </tr>
    ))
  const { head, body, foot } = grid
  return (
    <div className="table">
      <section {...scrolling} {...named}>
        <table>
          {title && (
            <caption id={id}>
              <b>{title}</b> {notes.length > 0 && <span>{notes.join(' ')}</span>}
            </caption>
          )}
          {head.length > 0 && <thead>{rows(head, 0, 'col')}</thead>}
          <tbody>{rows(body, head.length, 'row')}</tbody>
          {foot.length > 0 && <tfoot>{rows(foot, head.length + body.length, 'row')}</tfoot>}
        </table>
      </section>
    </div>
  )
}

function TableCell({
  cell,
  scope,
  numeric,
  isName,
}: {
  cell: Cell
  scope: 'col' | 'row'
  numeric: boolean
  isName: boolean
}) {
  const { colspan, rowspan } = cell.attrs
  const spans = { colSpan: colspan > 1 ? colspan : undefined, rowSpan: rowspan > 1 ? rowspan : undefined }
  const lines = cell.content.flatMap((paragraph) => splitLines(paragraph.content ?? []))
  const letters = Math.max(...lines.map((line) => inlineText(line).length))
  const length = letters > longestLine ? 'long' : isName && letters > longestName ? 'name' : undefined
  const className = numeric ? 'n' : length
  if (cell.type === 'tableHeader') {
    const [first, ...rest] = lines
    return (
      <th scope={scope} className={className} {...spans}>
        <Inlines content={first} />
        {keyed(rest).map(({ key, block }) => (
          <small key={key}>
            <Inlines content={block} />
          </small>
        ))}
      </th>
    )
  }
  return (
    <td className={className} {...spans}>
      {keyed(lines).map(({ key, block }) => (
        <span key={key} className={lines.length > 1 ? 'line' : undefined}>
          <Inlines content={block} />
        </span>
      ))}
    </td>
  )
}

function splitLines(content: Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines
}
