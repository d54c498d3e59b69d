import { Fragment, type ReactNode } from 'react'
import type { Inline, Mark } from '#lib/document/rich-text.ts'
import { keyed } from './keyed.ts'

function marked(text: ReactNode, mark: Mark): ReactNode {
  if (mark.type === 'bold') return <strong>{text}</strong>
  if (mark.type === 'italic') return <em>{text}</em>
  if (mark.type === 'superscript') return <sup>{text}</sup>
  if (mark.type === 'subscript') return <sub>{text}</sub>
  return <a href={mark.attrs.href}>{text}</a>
}

/** Running text with its emphasis and links. */
export const Inlines = ({ content = [] }: { content?: Inline[] }) =>
  keyed(content).map(({ key, block }) => (
    <Fragment key={key}>
      {block.type === 'hardBreak' ? <br /> : (block.marks ?? []).reduce<ReactNode>(marked, block.text)}
    </Fragment>
  ))
