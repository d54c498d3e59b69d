'use client'
/**
 * Shows two texts side by side, equal parts folded and neither marked as the right one: one is taken whole, or both are
 * merged.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Draft } from '#db/releases/revisions.ts'
import type { Block } from '#lib/document/rich-text.ts'
import { BlockText } from '../../compare/block-text.tsx'
import { FieldValue } from '../../compare/field-value.tsx'
import { usePickers } from '../pickers/picker-context.tsx'
import { type BlockPart, bothOf, firstPicks, mergedDraft, type Pick, partsOf } from './merge.ts'
import { Question, type Side } from './question.tsx'

interface Props {
  heading: string
  intro: string
  sides: [left: Side, right: Side]
  drafts: [left: Draft, right: Draft]
  /** The text that both began with, where it is known. */
  base: Draft | null
  topics: { id: string; name: string }[]
  series: { id: string; name: string }[]
  /** The ways out that need no choosing part by part: a label and what it does. */
  choices: { label: string; act: () => void }[]
  onMerge: (draft: Draft) => void
  /** Closes the view without a choice. */
  onLater: () => void
  trouble: string | null
  isPending: boolean
}

export function ConflictView(props: Props) {
  const { heading, intro, sides, base, topics, series, choices, onMerge, onLater, trouble, isPending } = props
  const t = useText('editor')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  // The texts stay as they are while somebody chooses between them.
  const [[left, right]] = useState(props.drafts)
  const { fields, blocks } = useMemo(() => partsOf(left, right), [left, right])
  const [picks, setPicks] = useState(() => firstPicks(left, right, base))
  const questions = [...fields, ...blocks.filter((part) => !part.same)]
  const open = questions.filter(({ key }) => !picks.has(key))
  const asked = (key: string) => ({
    id: key,
    sides,
    pick: picks.get(key),
    onPick: (pick: Pick) => setPicks((before) => new Map(before).set(key, pick)),
  })
  return (
    <main className="main compare" id="main">
      <header className="page-head">
        <div>
          <h1 ref={title} tabIndex={-1}>
            {heading}
          </h1>
          <p className="muted intro">{intro}</p>
        </div>
        <div className="actions">
          {choices.map(({ label, act }) => (
            <Button key={label} disabled={isPending} onClick={act}>
              {label}
            </Button>
          ))}
        </div>
      </header>
      <div className="versus">
        <div className="versus-head">
          {sides.map((side) => (
            <div key={side.heading}>
              <h2>{side.heading}</h2>
              <p>{side.about}</p>
            </div>
          ))}
        </div>
        {fields.map(({ key, field }) => (
          <Question
            key={key}
            {...asked(key)}
            legend={t(`field-${field}`)}
            left={<FieldValue name={field} draft={left} topics={topics} series={series} />}
            right={<FieldValue name={field} draft={right} topics={topics} series={series} />}
            canHaveBoth={bothOf(field, left, right) !== undefined}
          />
        ))}
        {blocks.map((part) =>
          part.same ? (
            <SameBlocks key={part.key} part={part} />
          ) : (
            <Question
              key={part.key}
              {...asked(part.key)}
              legend={t('differing-blocks', { count: part.to - part.from + 1, from: part.from, to: part.to })}
              left={part.mine.length ? <Blocks blocks={part.mine} beside={part.theirs} /> : null}
              right={part.theirs.length ? <Blocks blocks={part.theirs} beside={part.mine} /> : null}
              canHaveBoth={part.mine.length > 0 && part.theirs.length > 0}
            />
          ),
        )}
      </div>
      <div className="decide">
        <p role="status">
          {trouble ?? t('merge-count', { done: questions.length - open.length, all: questions.length })}{' '}
          {!trouble && open[0] && <a href={`#${open[0].key}`}>{t('merge-next')}</a>}
        </p>
        <Button look="quiet" onClick={onLater}>
          {t('decide-later')}
        </Button>
        <Button
          look="primary"
          disabled={isPending || open.length > 0}
          onClick={() => onMerge(mergedDraft(left, right, picks))}
        >
          {t('merge-save')}
        </Button>
      </div>
    </main>
  )
}

function SameBlocks({ part }: { part: BlockPart }) {
  const t = useText('editor')
  const { language } = usePickers()
  return (
    <details className="same">
      <summary>{t('same-blocks', { count: part.mine.length, from: part.from, to: part.to })}</summary>
      <div className="words" lang={language}>
        <Blocks blocks={part.mine} />
      </div>
    </details>
  )
}

function Blocks({ blocks, beside }: { blocks: Block[]; beside?: Block[] }) {
  return blocks.map((block, index) => <BlockText key={String(index)} block={block} beside={beside?.[index]} />)
}
