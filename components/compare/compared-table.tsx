import type { ComparedNode } from './compare-nodes.ts'
import { bothTexts, Parts } from './compared-block.tsx'
import type { Look } from './context.ts'
import { MarkedText } from './marked-words.tsx'

/** A wide table scrolls by itself, and then must be reachable by keyboard. */
const scrolling = { tabIndex: 0 }

/** A table with what changed in its cells; all words of an added or removed row are marked. */
export function ComparedTable({ compared, look }: { compared: ComparedNode; look: Look }) {
  const caption = bothTexts(compared, 'caption')
  return (
    <section className="scroller" aria-label={caption.after || caption.before || look.t('kind-table')} {...scrolling}>
      <table>
        {(caption.before || caption.after) && (
          <caption>
            <MarkedText {...caption} look={look} />
          </caption>
        )}
        <tbody>
          {compared.parts?.map((row, place) => (
            <tr key={place.toString()}>
              {row.parts?.map((cell, column) => (
                <Cell key={column.toString()} cell={cell} look={look} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ cell, look }: { cell: ComparedNode; look: Look }) {
  const attrs = (cell.after ?? cell.before)?.attrs as { colspan?: number; rowspan?: number } | undefined
  const spans = { colSpan: attrs?.colspan, rowSpan: attrs?.rowspan }
  const content = <Parts of={cell} look={look} />
  return cell.type === 'tableHeader' ? <th {...spans}>{content}</th> : <td {...spans}>{content}</td>
}
