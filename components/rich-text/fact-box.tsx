import type { FactBox } from '#lib/document/rich-text.ts'
import { Inlines } from './inline.tsx'
import { keyed } from './keyed.ts'
import { Points } from './list.tsx'

type Row = Extract<FactBox['content'][number], { type: 'factRow' }>
type Part = Exclude<FactBox['content'][number], Row> | { type: 'rows'; rows: Row[] }

/** Groups rows that follow each other into one list of terms. */
function partsOf(content: FactBox['content']): Part[] {
  const parts: Part[] = []
  for (const block of content) {
    const last = parts.at(-1)
    if (block.type !== 'factRow') parts.push(block)
    else if (last?.type === 'rows') last.rows.push(block)
    else parts.push({ type: 'rows', rows: [block] })
  }
  return parts
}

/** A fact box: terms with their values, and text between them. */
export const Facts = ({ box, id }: { box: FactBox; id: string }) => (
  <aside className="fact" {...(box.attrs.title ? { 'aria-labelledby': id } : {})}>
    {box.attrs.title && <h2 id={id}>{box.attrs.title}</h2>}
    {keyed(partsOf(box.content)).map(({ key, block }) => {
      if (block.type === 'rows') return <Terms key={key} rows={block.rows} />
      if (block.type !== 'paragraph') return <Points key={key} list={block} />
      return (
        <p key={key}>
          <Inlines content={block.content} />
        </p>
      )
    })}
  </aside>
)

const Terms = ({ rows }: { rows: Row[] }) => (
  <dl>
    {keyed(rows).map(({ key, block }) => (
      <Term key={key} row={block} />
    ))}
  </dl>
)

const Term = ({ row }: { row: Row }) => (
  <>
    <dt>{row.attrs.term}</dt>
    <dd>
      <Inlines content={row.content} />
    </dd>
  </>
)
