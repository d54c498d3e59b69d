/** Shows a block of a comparison as it reads, with how it has changed. */

import type { ReactNode } from 'react'
import { capital } from '#lib/time/phrases.ts'
import type { ComparedBlock } from './compare-drafts.ts'
import type { ComparedNode, What } from './compare-nodes.ts'
import { ComparedImage } from './compared-image.tsx'
import { ComparedTable } from './compared-table.tsx'
import { kindName, type Look, spoken } from './context.ts'
import { FactLines } from './fact-lines.tsx'
import { MarkedText, MarkedWords, Swapped } from './marked-words.tsx'

/** A block with its number among the changes, or simply the block where nothing changed. */
export function BlockInPlace({ compared, look }: { compared: ComparedBlock; look: Look }) {
  const drawn = <Block compared={compared} look={look} />
  if (!compared.stop) return drawn
  const { moved, type } = compared
  return (
    <Change stop={compared.stop} what={whatOf(compared)} name={kindName(type, look)} look={look}>
      {moved && (
        <p className="field-change" {...spoken(look)}>
          {look.t(moved.to < moved.from ? 'moved-up' : 'moved-down', { from: moved.from + 1, to: moved.to + 1 })}
        </p>
      )}
      {drawn}
    </Change>
  )
}

const whatOf = ({ what, moved }: ComparedNode): What | 'moved' => (what === 'same' && moved ? 'moved' : what)

/** A change that can be moved to. It first says what it is, for screen readers. */
export function Change({
  stop,
  what,
  name,
  look,
  children,
}: {
  stop: number
  what: What | 'moved'
  name: string
  look: Look
  children: ReactNode
}) {
  return (
    <div className="change" id={`change-${stop}`} tabIndex={-1}>
      <p className="vh" {...spoken(look)}>
        {look.t('change', { number: stop, count: look.stops, what: look.t(`what-${what}`), name })}
      </p>
      {children}
    </div>
  )
}

function Block({ compared, look }: { compared: ComparedNode; look: Look }) {
  return (
    <>
      <Body compared={compared} look={look} />
      <FactLines compared={compared} look={look} />
    </>
  )
}

const headings = { 2: 'h4', 3: 'h5', 4: 'h6' } as const

/** Returns an attribute's text before and after; empty on the side where the block does not exist. */
export function bothTexts({ before, after }: ComparedNode, name: string): { before: string; after: string } {
  const read = (node: ComparedNode['before']) => String((node?.attrs as Record<string, unknown>)?.[name] ?? '')
  return { before: read(before), after: read(after) }
}

export const Parts = ({ of, look }: { of: ComparedNode; look: Look }) =>
  of.parts?.map((part, place) => <Block key={place.toString()} compared={part} look={look} />)

function Body({ compared, look }: { compared: ComparedNode; look: Look }) {
  const { type, after, before } = compared
  const words = compared.words && <MarkedWords words={compared.words} look={look} />
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
          <Parts of={compared} look={look} />
        </ul>
      )
    case 'orderedList':
      return (
        <ol start={attrs?.start}>
          <Parts of={compared} look={look} />
        </ol>
      )
    case 'listItem':
      return (
        <li>
          <Parts of={compared} look={look} />
        </li>
      )
    case 'factBox':
      return (
        <div className="box">
          <p className="box-title">
            <MarkedText {...bothTexts(compared, 'title')} look={look} />
          </p>
          <Parts of={compared} look={look} />
        </div>
      )
    case 'factRow':
      return (
        <p>
          <b>
            <MarkedText {...bothTexts(compared, 'term')} look={look} />
          </b>{' '}
          {words}
        </p>
      )
    case 'table':
      return <ComparedTable compared={compared} look={look} />
    case 'image':
      return <ComparedImage compared={compared} look={look} />
    case 'gallery':
      return (
        <div className="box">
          <Parts of={compared} look={look} />
        </div>
      )
    case 'horizontalRule':
      return compared.what === 'same' ? <hr /> : <Named compared={compared} look={look} />
    default:
      if (words) return <p>{words}</p>
      return compared.parts ? <Parts of={compared} look={look} /> : <Named compared={compared} look={look} />
  }
}

/** A block without words of its own: its kind and its name. */
function Named({ compared, look }: { compared: ComparedNode; look: Look }) {
  const { before, after } = bothTexts(compared, 'title')
  const name = `${capital(kindName(compared.type, look))}${after || before ? `: ${after || before}` : ''}`
  return (
    <p className="muted">
      {compared.before && compared.after ? (
        name
      ) : (
        <Swapped before={compared.before ? name : ''} after={compared.after ? name : ''} look={look} />
      )}
    </p>
  )
}
