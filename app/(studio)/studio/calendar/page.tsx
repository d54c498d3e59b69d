import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Page } from '#components/ui/page.tsx'
import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import { holidayOn } from '#lib/duty/holidays.ts'
import { dateFormat } from '#lib/intl.ts'
import { type Language, localeOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { daysLater, utcMidnight, weekNumber } from '#lib/time/days.ts'
import { capital, clockTime, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { offsetName, zoneName } from '#lib/time/zone.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { endLink, makeLink, moveOnDuty, moveScheduled, plan, unplan } from './actions.ts'
import styles from './calendar.module.css'
import { CalendarGrid, type GridEntry } from './calendar-grid.tsx'
import { getCalendarPage, type ShownDay, type View } from './calendar-page.ts'
import { entryText } from './entry-text.ts'
import { PlanDraft } from './plan-draft.tsx'
import { Subscribe } from './subscribe.tsx'

type Props = { searchParams: Promise<{ day?: string | string[]; view?: string | string[] }> }

export default async function CalendarPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const now = new Date()
  const { day, view } = await searchParams
  const settings = await currentSettings()
  const timeZone = settings?.timeZone ?? 'UTC'
  const clock = { language: user.language, timeZone, now }
  const shown = await getCalendarPage(user, {
    ...{ timeZone, now, view: view === 'week' ? 'week' : 'month' },
    day: typeof day === 'string' ? day : undefined,
  })
  const t = translator(user.language, 'calendar')
  const untitled = t('untitled')
  return (
    <Page
      heading={t('heading')}
      actions={
        <>
          {shown.drafts.length > 0 && (
            <PlanDraft
              action={plan.bind(null, '')}
              drafts={shown.drafts.map(({ id, draftTitle, opening }) => ({
                id,
                title: draftTitle || opening || untitled,
              }))}
              day={shown.planFrom}
              timeZone={timeZone}
            />
          )}
          <Subscribe make={makeLink} end={endLink} made={shown.linkMade && whenName(shown.linkMade, clock)} />
        </>
      }
    >
      <Head {...shown} language={user.language} />
      <CalendarGrid
        days={shown.days.map((one) => gridDay(one, shown, clock))}
        view={shown.view}
        timeZone={timeZone}
        moveScheduled={moveScheduled}
        moveOnDuty={moveOnDuty}
        plan={plan}
        unplan={unplan}
      />
      <ul className={styles.legend}>
        {(['scheduled', 'planned', 'published', 'meeting', 'duty', 'date'] as const).map((kind) => (
          <li key={kind}>
            <Glyph kind={kind} /> {t(`legend-${kind}`)}
          </li>
        ))}
        <li>{t('zone', { zone: zoneName(now, timeZone, user.language), offset: offsetName(now, timeZone) })}</li>
      </ul>
    </Page>
  )
}

const glyphs = { scheduled: 'scheduled', planned: 'draft', published: 'live' } as const

const icons = { duty: 'phone', date: 'calendar', meeting: 'people' } as const

const Glyph = ({ kind }: { kind: keyof typeof glyphs | keyof typeof icons }) =>
  kind === 'duty' || kind === 'date' || kind === 'meeting' ? (
    <Icon name={icons[kind]} small />
  ) : (
    <StatusGlyph displayStatus={glyphs[kind]} />
  )

type Shown = Awaited<ReturnType<typeof getCalendarPage>>

function Head({ chosen, view, week, before, after, language }: Shown & { language: Language }) {
  const t = translator(language, 'calendar')
  const to = (day: string, other: View = view) => `/studio/calendar?view=${other}&day=${day}`
  const said = (options: Intl.DateTimeFormatOptions) => dateFormat(localeOf(language), { timeZone: 'UTC', ...options })
  const range = said({ day: 'numeric', month: 'long', year: 'numeric' })
  const weekName = range.formatRange(utcMidnight(week), utcMidnight(daysLater(week, 6)))
  const steps = (className: string | undefined, [back, on]: [string, string], named: string, other: View) => (
    <nav className={className} aria-label={named}>
      <ButtonLink small href={to(back, other)} aria-label={t(`previous-${other}`)}>
        <Icon name="chevron-left" small />
      </ButtonLink>
      <ButtonLink small href={`/studio/calendar?view=${other}`}>
        {t('today')}
      </ButtonLink>
      <ButtonLink small className={styles.forward} href={to(on, other)} aria-label={t(`next-${other}`)}>
        <Icon name="chevron-left" small />
      </ButtonLink>
    </nav>
  )
  return (
    <div className={styles.head}>
      <h2>
        {view === 'month' && (
          <span className={styles.wide}>
            {capital(said({ month: 'long', year: 'numeric' }).format(utcMidnight(chosen)))}
          </span>
        )}
        <span className={view === 'month' ? styles.narrow : undefined}>{weekName}</span>
      </h2>
      <span className={`muted ${view === 'month' ? styles.narrow : ''}`}>
        {t('week-of', { week: weekNumber(week) })}
      </span>
      {steps(`${styles.jumps} ${styles.wide}`, [before, after], t(`${view}s`), view)}
      {steps(`${styles.jumps} ${styles.narrow}`, [daysLater(week, -7), daysLater(week, 7)], t('weeks'), 'month')}
      <nav className={`${styles.views} ${styles.wide}`} aria-label={t('view')}>
        {(['month', 'week'] as const).map((other) => (
          <ButtonLink
            key={other}
            small
            look={other === view ? 'plain' : 'quiet'}
            href={to(chosen, other)}
            aria-current={other === view ? 'page' : undefined}
          >
            {t(other)}
          </ButtonLink>
        ))}
      </nav>
    </div>
  )
}

function gridDay({ day, entries }: ShownDay, { today, month, week, view }: Shown, clock: StudioClock) {
  const { language } = clock
  const holiday = holidayOn(day)
  const said = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(localeOf(language), { timeZone: 'UTC', ...options }).format(utcMidnight(day))
  return {
    day,
    weekday: said({ weekday: 'short' }),
    name: said({ weekday: 'long', day: 'numeric', month: 'long' }),
    number: day.endsWith('-01') ? said({ day: 'numeric', month: 'short' }) : String(Number(day.slice(8))),
    week: weekNumber(day),
    holiday: holiday && translator(language, 'holidays')(holiday),
    isToday: day === today,
    isOff: holiday !== undefined || [0, 6].includes(utcMidnight(day).getUTCDay()),
    isOutside: view === 'month' && !day.startsWith(month),
    isInWeek: day >= week && day < daysLater(week, 7),
    entries: entries.map(
      (entry): GridEntry => ({
        kind: entry.kind,
        id: entry.id,
        title: entry.title || translator(language, 'calendar')('untitled'),
        text: entryText(entry, language),
        language: entry.language,
        time: entry.at && clockTime(entry.at, clock),
        until: entry.until && clockTime(entry.until, clock),
        href: entry.href,
        isMovable: entry.isMovable,
        day,
      }),
    ),
  }
}
