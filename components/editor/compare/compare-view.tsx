'use client'
/** Two texts side by side, equal parts folded, neither marked as the right one; and what can be done about them. */
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Draft } from '#db/revisions.ts'
import { useChoices } from '../choices.tsx'
import { useKindText } from '../kind-select.tsx'
import { alignBlocks, differingFields, type FieldName, type Row } from './align.ts'
import { BlockText } from './block-text.tsx'

export interface Side {
  heading: string
  about: string
  draft: Draft
}

interface Props {
  heading: string
  intro: string
  left: Side
  right: Side
  topics: { id: string; name: string }[]
  /** The ways out, in words. */
  choices: { label: string; act: () => void; primary?: boolean }[]
  /** Goes on writing without having chosen. */
  onLater: () => void
  trouble: string | null
  isPending: boolean
}

export function CompareView({ heading, intro, left, right, topics, choices, onLater, trouble, isPending }: Props) {
  const t = useText('editor')
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const fields = differingFields(left.draft, right.draft)
  const rows = alignBlocks(left.draft.body.content, right.draft.body.content)
  return (
    <main className="main compare" id="main">
      <header className="page-head">
        <div>
          <h1 ref={title} tabIndex={-1}>
            {heading}
          </h1>
          <p className="muted intro">{intro}</p>
        </div>
      </header>
      <div className="versus">
        <div className="versus-head">
          {[left, right].map((side) => (
            <div key={side.heading}>
              <h2>{side.heading}</h2>
              <p>{side.about}</p>
            </div>
          ))}
        </div>
        {fields.map((name) => (
          <Pair
            key={name}
            legend={t(`field-${name}`)}
            names={[left.heading, right.heading]}
            left={<FieldValue name={name} draft={left.draft} topics={topics} />}
            right={<FieldValue name={name} draft={right.draft} topics={topics} />}
          />
        ))}
        <BodyRows rows={rows} names={[left.heading, right.heading]} />
      </div>
      <div className="decide">
        <p role="status">{trouble}</p>
        {choices.map(({ label, act, primary }) => (
          <Button key={label} look={primary ? 'primary' : 'plain'} disabled={isPending} onClick={act}>
            {label}
          </Button>
        ))}
        <Button look="quiet" onClick={onLater}>
          {t('decide-later')}
        </Button>
      </div>
    </main>
  )
}

type Names = [left: string, right: string]

function BodyRows({ rows, names }: { rows: Row[]; names: Names }) {
  const t = useText('editor')
  const { language } = useChoices()
  let place = 1
  return rows.map((row) => {
    const from = place
    place += Math.max(row.mine.length, row.theirs.length)
    const to = place - 1
    const blocks = (list: Row['mine']) =>
      list.length ? (
        list.map((block, index) => <BlockText key={`${from}-${String(index)}`} block={block} />)
      ) : (
        <p className="muted">{t('not-here')}</p>
      )
    if (row.same) {
      return (
        <details className="same" key={`same-${from}`}>
          <summary>{t('same-blocks', { count: row.mine.length, from, to })}</summary>
          <div className="words" lang={language}>
            {blocks(row.mine)}
          </div>
        </details>
      )
    }
    return (
      <Pair
        key={`pair-${from}`}
        legend={t('differing-blocks', { count: to - from + 1, from, to })}
        names={names}
        left={blocks(row.mine)}
        right={blocks(row.theirs)}
      />
    )
  })
}

function Pair({ legend, names, left, right }: { legend: string; names: Names; left: ReactNode; right: ReactNode }) {
  const { language } = useChoices()
  return (
    <section className="pair" aria-label={legend}>
      <h3>{legend}</h3>
      <div className="sides" lang={language}>
        {[left, right].map((content, side) => (
          <div className="side words" key={names[side]}>
            <p className="whose">{names[side]}</p>
            {content}
          </div>
        ))}
      </div>
    </section>
  )
}

function FieldValue({ name, draft, topics }: { name: FieldName; draft: Draft; topics: Props['topics'] }) {
  const t = useText('editor')
  const kindText = useKindText()
  const { person, picture } = useChoices()
  const lines: Record<FieldName, () => string[]> = {
    title: () => [draft.title],
    lead: () => draft.lead,
    kind: () => [kindText(draft.kind)],
    hero: () => (draft.hero ? [picture(draft.hero.mediaId)?.filename ?? '', draft.hero.alt, draft.hero.caption] : []),
    cards: () =>
      draft.cards.map(({ personId, role, organisation }) =>
        [person(personId)?.name ?? t('person-unknown'), role, organisation].filter(Boolean).join(', '),
      ),
    contactIds: () => draft.contactIds.map((id) => person(id)?.name ?? t('person-unknown')),
    topicIds: () => draft.topicIds.map((id) => topics.find((topic) => topic.id === id)?.name ?? id),
    place: () => [draft.place],
    byline: () => [draft.byline],
    summary: () => [draft.summary],
    slug: () => [draft.slug],
  }
  const shown = lines[name]().filter(Boolean)
  return shown.length ? <p className="lines">{shown.join('\n')}</p> : <p className="muted">{t('not-here')}</p>
}
