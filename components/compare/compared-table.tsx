import type { ComparedNode } from '#lib/document/compare/compare-nodes.ts'
import { bothTexts, Parts } from './compared-block.tsx'
import type { CompareContext } from './context.ts'
import { MarkedText } from './marked-words.tsx'

/** A wide table scrolls by itself, and then must be reachable by keyboard. */
const scrolling = { tabIndex: 0 }

/** A table with what changed in its cells; all words of an added or removed row are marked. */
export function ComparedTable({ compared, context }: { compared: ComparedNode; context: CompareContext }) {
  const caption = bothTexts(compared, 'caption')
  return (
    <section
      className="scroller"
      aria-label={caption.after || caption.before || context.t('kind-table')}
      {...scrolling}
    >
      <table>
        {(caption.before || caption.after) && (
          <caption>
            <MarkedText {...caption} context={context} />
          </caption>
        )}
        <tbody>
          {compared.parts?.map((row, place) => (
            <tr key={place.toString()}>
              {row.parts?.map((cell, column) => (
                <Cell key={column.toString()} cell={cell} context={context} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Cell({ cell, context }: { cell: ComparedNode; context: CompareContext }) {
  const attrs = (cell.after ?? cell.before)?.attrs as { colspan?: number; rowspan?: number } | undefined
  const spans = { colSpan: attrs?.colspan, rowSpan: attrs?.rowspan }
  const content = <Parts of={cell} context={context} />
  return cell.type === 'tableHeader' ? <th {...spans}>{content}</th> : <td {...spans}>{content}</td>
}
