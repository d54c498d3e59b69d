/** Shows a block of a comparison as it reads, with how it has changed. */

import type { ReactNode } from 'react'
import type { BlockChange, ComparedNode } from '#lib/document/compare/compare-nodes.ts'
import { capital } from '#lib/time/phrases.ts'
import type { ComparedBlock } from './compare-drafts.ts'
import { ComparedImage } from './compared-image.tsx'
import { ComparedTable } from './compared-table.tsx'
import { type CompareContext, interfaceLang, kindName } from './context.ts'
import { FactLines } from './fact-lines.tsx'
import { MarkedText, MarkedWords, Swapped } from './marked-words.tsx'

/** A block with its number among the changes, or simply the block where nothing changed. */
export function BlockInPlace({ compared, context }: { compared: ComparedBlock; context: CompareContext }) {
  const drawn = <Block compared={compared} context={context} />
  if (!compared.stop) return drawn
  const { moved, type } = compared
  return (
    <Change stop={compared.stop} what={whatOf(compared)} name={kindName(type, context)} context={context}>
      {moved && (
        <p className="field-change" {...interfaceLang(context)}>
          {context.t(moved.to < moved.from ? 'moved-up' : 'moved-down', { from: moved.from + 1, to: moved.to + 1 })}
        </p>
      )}
      {drawn}
    </Change>
  )
}

const whatOf = ({ what, moved }: ComparedNode): BlockChange | 'moved' => (what === 'same' && moved ? 'moved' : what)

/** A change that can be moved to. It first says what it is, for screen readers. */
export function Change({
  stop,
  what,
  name,
  context,
  children,
}: {
  stop: number
  what: BlockChange | 'moved'
  name: string
  context: CompareContext
  children: ReactNode
}) {
  return (
    <div className="change" id={`change-${stop}`} tabIndex={-1}>
      <p className="vh" {...interfaceLang(context)}>
        {context.t('change', { number: stop, count: context.stops, what: context.t(`what-${what}`), name })}
      </p>
      {children}
    </div>
  )
}

function Block({ compared, context }: { compared: ComparedNode; context: CompareContext }) {
  return (
    <>
      <Body compared={compared} context={context} />
      <FactLines compared={compared} context={context} />
    </>
  )
}

const headings = { 2: 'h4', 3: 'h5', 4: 'h6' } as const

/** Returns an attribute's text before and after; empty on the side where the block does not exist. */
export function bothTexts({ before, after }: ComparedNode, name: string): { before: string; after: string } {
  const read = (node: ComparedNode['before']) => String((node?.attrs as Record<string, unknown>)?.[name] ?? '')
  return { before: read(before), after: read(after) }
}

export const Parts = ({ of, context }: { of: ComparedNode; context: CompareContext }) =>
  of.parts?.map((part, place) => <Block key={place.toString()} compared={part} context={context} />)

function Body({ compared, context }: { compared: ComparedNode; context: CompareContext }) {
  const { type, after, before } = compared
  const words = compared.words && <MarkedWords words={compared.words} context={context} />
  const attrs = (after ?? before)?.attrs as { level?: 2 | 3 | 4; start?: number } | undefined
  switch (type) {
    case 'heading': {
      const Heading = headings[attrs?.level ?? 2]
      return <Heading>{words}</Heading>
    }
    case 'quote':
      return <p className="said">{words}</p>
    case 'bulletList':
      return (
        <ul>
          <Parts of={compared} context={context} />
        </ul>
      )
    case 'orderedList':
      return (
        <ol start={attrs?.start}>
          <Parts of={compared} context={context} />
        </ol>
      )
    case 'listItem':
      return (
        <li>
          <Parts of={compared} context={context} />
        </li>
      )
    case 'factBox':
      return (
        <div className="box">
          <p className="box-title">
            <MarkedText {...bothTexts(compared, 'title')} context={context} />
          </p>
          <Parts of={compared} context={context} />
        </div>
      )
    case 'factRow':
      return (
        <p>
          <b>
            <MarkedText {...bothTexts(compared, 'term')} context={context} />
          </b>{' '}
          {words}
        </p>
      )
    case 'table':
      return <ComparedTable compared={compared} context={context} />
    case 'image':
      return <ComparedImage compared={compared} context={context} />
    case 'gallery':
      return (
        <div className="box">
          <Parts of={compared} context={context} />
        </div>
      )
    case 'horizontalRule':
      return compared.what === 'same' ? <hr /> : <Named compared={compared} context={context} />
    default:
      if (words) return <p>{words}</p>
      return compared.parts ? (
        <Parts of={compared} context={context} />
      ) : (
        <Named compared={compared} context={context} />
      )
  }
}

/** A block without words of its own: its kind and its name. */
function Named({ compared, context }: { compared: ComparedNode; context: CompareContext }) {
  const { before, after } = bothTexts(compared, 'title')
  const name = `${capital(kindName(compared.type, context))}${after || before ? `: ${after || before}` : ''}`
  return (
    <p className="muted">
      {compared.before && compared.after ? (
        name
      ) : (
        <Swapped before={compared.before ? name : ''} after={compared.after ? name : ''} context={context} />
      )}
    </p>
  )
}
