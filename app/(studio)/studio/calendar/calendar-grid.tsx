'use client'
import { useRef, useState } from 'react'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { CalendarKind } from '#db/calendar/entries.ts'
import type { FormState } from '#lib/form.ts'
import styles from './calendar.module.css'
import { MomentFields } from './moment-fields.tsx'
import { MovesAlong } from './moves-along.tsx'
import { useDayDrag } from './use-day-drag.ts'

const dialog = onDemand(async () => (await import('../members/member-dialog.tsx')).MemberDialog)

export interface GridEntry {
  kind: CalendarKind
  id: string
  /** What it is about, and in a sentence. */
  title: string
  text: string
  language: string | undefined
  time: string | undefined
  until: string | undefined
  href: string
  isMovable: boolean
  day: string
}

interface GridDay {
  day: string
  weekday: string
  /** The day written out. */
  name: string
  number: string
  week: number
  holiday: string | undefined
  isToday: boolean
  isOff: boolean
  isOutside: boolean
  /** Whether it is in the week that phones show. */
  isInWeek: boolean
  entries: GridEntry[]
}

type Move = (id: string, previous: FormState, data: FormData) => Promise<FormState>

interface Props {
  days: GridDay[]
  view: 'month' | 'week'
  timeZone: string
  moveScheduled: Move
  moveOnDuty: Move
  plan: Move
  unplan: (id: string, previous: FormState) => Promise<FormState>
}

interface Moving {
  entry: GridEntry
  to: string
}

/** The days with what is in them. What is not yet out is dragged to another day, or moved from its menu; both ask. */
export function CalendarGrid({ days, view, timeZone, unplan, ...moves }: Props) {
  const t = useText('calendar')
  const [moving, setMoving] = useState<Moving>()
  const [leaving, setLeaving] = useState<GridEntry>()
  const grid = useRef<HTMLOListElement>(null)
  const drag = useDayDrag(grid, (key, to) => {
    const entry = days.flatMap(({ entries }) => entries).find((one) => keyOf(one) === key)
    if (entry && entry.day !== to) setMoving({ entry, to })
  })
  const actionOf = ({ kind, id }: GridEntry): FormAction => {
    const { moveScheduled, moveOnDuty, plan } = moves
    const move = { scheduled: moveScheduled, embargo: moveScheduled, duty: moveOnDuty, planned: plan }[
      kind as 'scheduled' | 'embargo' | 'duty' | 'planned'
    ]
    return move.bind(null, id)
  }
  return (
    <>
      <ol ref={grid} className={`${styles.grid} ${view === 'week' ? styles.oneWeek : ''}`}>
        {days.map((one) => (
          <li key={one.day} data-day={one.day} className={dayClass(one, drag.over)}>
            <h3>
              <span className={styles.week} aria-hidden="true">
                {one.week}
              </span>
              <time dateTime={one.day}>
                <span aria-hidden="true">
                  <span className={styles.weekday}>{one.weekday}</span> {one.number}
                </span>
                <span className="vh">{one.name}</span>
              </time>{' '}
              <span className={styles.holiday}>
                {[one.isToday && t('is-today'), one.holiday].filter(Boolean).join(', ')}
              </span>
            </h3>
            {one.entries.length > 0 && (
              <ul className={styles.entries}>
                {one.entries.map((entry) => (
                  <li key={keyOf(entry)}>
                    <Entry
                      entry={entry}
                      dayName={one.name}
                      handle={drag.handle(keyOf(entry))}
                      isHeld={drag.held === keyOf(entry)}
                      onMove={() => setMoving({ entry, to: entry.day })}
                      onLeave={() => setLeaving(entry)}
                    />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      {moving && (
        <OnDemand
          part={dialog}
          heading={t('move-question', { text: moving.entry.kind === 'duty' ? moving.entry.text : moving.entry.title })}
          confirm={t('move')}
          icon="calendar"
          action={actionOf(moving.entry)}
          onClose={() => setMoving(undefined)}
        >
          <MomentFields
            day={moving.to}
            time={moving.entry.kind === 'duty' ? undefined : moving.entry.time}
            timeZone={timeZone}
            others={days
              .find(({ day }) => day === moving.to)
              ?.entries.filter(
                (one) => (one.kind === 'scheduled' || one.kind === 'embargo') && one.id !== moving.entry.id,
              )
              .map(({ time, title }) => `${time} ${title}`)}
          />
          {(moving.entry.kind === 'scheduled' || moving.entry.kind === 'embargo') && (
            <MovesAlong releaseId={moving.entry.id} />
          )}
        </OnDemand>
      )}
      {leaving && (
        <OnDemand
          part={dialog}
          heading={t('unplan-question', { title: leaving.title })}
          confirm={t('unplan')}
          action={unplan.bind(null, leaving.id)}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </>
  )
}

const keyOf = ({ kind, id, day }: GridEntry): string => `${kind} ${id} ${day}`

function dayClass({ day, isToday, isOff, isOutside, isInWeek }: GridDay, over: string | undefined): string {
  const classes = [
    isToday && styles.today,
    isOff && styles.off,
    isOutside && styles.outside,
    !isInWeek && styles.elsewhere,
    day === over && styles.over,
  ]
  return classes.filter(Boolean).join(' ')
}

interface EntryProps {
  entry: GridEntry
  dayName: string
  handle: ReturnType<ReturnType<typeof useDayDrag>['handle']>
  isHeld: boolean
  onMove: () => void
  onLeave: () => void
}

function Entry({ entry, dayName, handle, isHeld, onMove, onLeave }: EntryProps) {
  const t = useText('calendar')
  const { time, until, text, title, language, href } = entry
  const kind = isDate(entry.kind) ? '' : t(`kind-${entry.kind}`)
  const hours = until ? `${time}–${until}` : time
  const content = (
    <>
      <EntryGlyph kind={entry.kind} />
      <span className={styles.words}>
        {hours && <span className="num">{hours} </span>}
        {isDate(entry.kind) ? text : <span lang={language}>{title}</span>}
      </span>
    </>
  )
  if (!entry.isMovable)
    return (
      <a className={styles.entry} href={href}>
        {content}
        {kind && <span className="vh">, {kind}</span>}
      </a>
    )
  const open = () => window.location.assign(href)
  const choices = [
    { key: 'open', name: t('open') },
    { key: 'move', name: t('move-to') },
    ...(entry.kind === 'planned' ? [{ key: 'leave', name: t('unplan') }] : []),
  ]
  return (
    <span className={styles.handle} {...handle}>
      <DropMenu
        label={`${dayName}: ${[hours, title].filter(Boolean).join(' ')}, ${kind}`}
        className={`${styles.entry} ${isHeld ? styles.held : ''}`}
        groups={[{ choices }]}
        onChoose={(key) => {
          dialog.expect()
          if (key === 'open') open()
          else if (key === 'move') onMove()
          else onLeave()
        }}
      >
        {content}
      </DropMenu>
    </span>
  )
}

/** Whether it is a day on which something ends or is to be looked at, and says itself what. */
const isDate = (kind: CalendarKind): kind is 'consent' | 'statement' | 'look-again' =>
  kind === 'consent' || kind === 'statement' || kind === 'look-again'

const glyphs = { scheduled: 'scheduled', embargo: 'scheduled', planned: 'draft', published: 'live' } as const

function EntryGlyph({ kind }: { kind: CalendarKind }) {
  if (kind === 'meeting') return <Icon name="people" small />
  if (kind === 'duty') return <Icon name="phone" small />
  if (isDate(kind)) return <Icon name="calendar" small />
  return <StatusGlyph displayStatus={glyphs[kind]} />
}
