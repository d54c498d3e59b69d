import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { may } from '#db/permissions.ts'
import { translator } from '#lib/messages.ts'
import { clockTime, longDay, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { offsetName, zoneName } from '#lib/time/zone.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { PressViews } from '../questions/press-views.tsx'
import { add, repeat, saveHours } from './actions.ts'
import { ComingHolidays } from './coming-holidays.tsx'
import styles from './on-call.module.css'
import { getOnCallPage, hoursText } from './on-call-page.ts'
import { RepeatWeek } from './repeat-week.tsx'
import { RotaForm } from './rota-form.tsx'
import { RotaWeek } from './rota-week.tsx'

type Props = { searchParams: Promise<{ week?: string | string[] }> }

export default async function OnCallPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const now = new Date()
  const { week } = await searchParams
  const settings = await currentSettings()
  const timeZone = settings?.timeZone ?? 'UTC'
  const clock = { language: user.language, timeZone, now }
  const shown = await getOnCallPage(user, { timeZone, now, week: typeof week === 'string' ? week : undefined })
  const t = translator(user.language, 'on-call')
  const mayEdit = may(user, 'edit-rota')
  const weekGaps = shown.days.flatMap(({ day, gaps }) =>
    gaps.map((gap) => `${longDay(day, user.language, { year: false })} ${hoursText(gap, clock)}`),
  )
  return (
    <Page
      heading={t('heading')}
      actions={
        mayEdit &&
        shown.days.some(({ duties }) => duties.length > 0) && (
          <RepeatWeek monday={shown.monday} action={repeat.bind(null, shown.monday)} gaps={weekGaps} />
        )
      }
    >
      <PressViews here="on-call" language={user.language} now={now} />
      <p className={styles.brief}>
        <Brief {...shown} clock={clock} />
      </p>
      {mayEdit && shown.people.length === 0 && (
        <EmptyState heading={t('no-contacts')}>{t('no-contacts-text')}</EmptyState>
      )}
      <RotaWeek
        days={shown.days}
        monday={shown.monday}
        today={shown.today}
        people={shown.people}
        deskPhone={settings?.pressPhone ?? ''}
        add={mayEdit && shown.people.length > 0 ? add : undefined}
        hasHours={shown.rota.hours.some((hours) => hours !== null)}
        clock={clock}
      />
      <p className={`muted ${styles.zone}`}>
        {t('zone', { zone: zoneName(now, timeZone, user.language), offset: offsetName(now, timeZone) })}
      </p>
      {mayEdit && (
        <RotaForm rota={shown.rota} languages={settings?.languages ?? []} language={user.language} action={saveHours} />
      )}
      <ComingHolidays {...shown} clock={clock} />
    </Page>
  )
}

/** Says in a sentence who answers now, who next, and what is left without anybody. */
function Brief(props: Awaited<ReturnType<typeof getOnCallPage>> & { clock: StudioClock }) {
  const { coming, gaps, clock } = props
  const t = translator(clock.language, 'on-call')
  const answering = coming.filter(({ isGone }) => !isGone)
  const first = answering[0]
  const isNow = first && first.from <= clock.now
  const until = first && (first.until.getTime() - clock.now.getTime() < 86_400_000 ? clockTime : whenName)
  const gap = gaps[0]
  return (
    <>
      {first && until && isNow && t('brief-now', { name: first.name, until: until(first.until, clock) })}
      {first && !isNow && t('brief-next', { name: first.name, when: whenName(first.from, clock) })}
      {!first && t(props.rota.version > 0 ? 'brief-over' : 'brief-none')}{' '}
      {gap && (
        <a href={`/studio/on-call?week=${gap.day}`}>
          {t('brief-gaps', { count: gaps.length, day: longDay(gap.day, clock.language, { year: false }) })}
        </a>
      )}
    </>
  )
}
