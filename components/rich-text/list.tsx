import type { List, ListItem, Paragraph } from '#lib/document/rich-text.ts'
import { Inlines } from './inline.tsx'
import { keyed } from './keyed.ts'

const isAlone = (item: ListItem) => item.content.filter((block) => block.type === 'paragraph').length === 1

/** A list item: one paragraph is a line of its own, several are kept apart. */
const Point = ({ block, alone }: { block: Paragraph | List; alone: boolean }) => {
  if (block.type !== 'paragraph') return <Points list={block} />
  return alone ? (
    <Inlines content={block.content} />
  ) : (
    <p>
      <Inlines content={block.content} />
    </p>
  )
}

/** A bulleted or numbered list, and the lists within it. */
export function Points({ list }: { list: List }) {
  const items = keyed(list.content).map(({ key, block: item }) => (
    <li key={key}>
      {keyed(item.content).map(({ key, block }) => (
        <Point key={key} block={block} alone={isAlone(item)} />
      ))}
    </li>
  ))
  if (list.type === 'bulletList') return <ul className="points">{items}</ul>
  const digits = `${list.attrs.start + list.content.length - 1}`.length
  return (
    <ol
      className={digits > 2 ? `points numbered digits-${digits}` : 'points numbered'}
      start={list.attrs.start === 1 ? undefined : list.attrs.start}
    >
      {items}
    </ol>
  )
}
