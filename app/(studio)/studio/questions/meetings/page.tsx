import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { type ComingMeeting, listComingMeetings } from '#db/meetings/coming.ts'
import { translator } from '#lib/messages.ts'
import { capital, clockTime, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { offsetName, zoneName } from '#lib/time/zone.ts'
import { requireRole } from '../../../../auth.ts'
import { currentSettings } from '../../../current-settings.ts'
import { PressViews } from '../press-views.tsx'

/** The press meetings to come, with how many have signed up. */
export default async function MeetingsPage() {
  const user = await requireRole('contributor')
  const now = new Date()
  const [settings, meetings] = await Promise.all([currentSettings(), listComingMeetings(now)])
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const t = translator(user.language, 'meetings')
  return (
    <Page
      heading={t('meetings')}
      intro={
        meetings.length > 0 &&
        t('zone-of', { zone: zoneName(now, clock.timeZone, clock.language), offset: offsetName(now, clock.timeZone) })
      }
    >
      <PressViews here="meetings" language={user.language} now={now} />
      {meetings.length === 0 ? (
        <EmptyState heading={t('no-meetings')}>{t('no-meetings-text')}</EmptyState>
      ) : (
        <table className="sheet">
          <caption className="vh">{t('meetings')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('legend')}</th>
              <th scope="col">{t('signed-up-all')}</th>
            </tr>
          </thead>
          <tbody>
            {meetings.map((meeting) => (
              <Row key={meeting.id} meeting={meeting} clock={clock} />
            ))}
          </tbody>
        </table>
      )}
    </Page>
  )
}

function Row({ meeting, clock }: { meeting: ComingMeeting; clock: StudioClock }) {
  const { id, title, language, status, startsAt, endsAt, place, hasStream, cancelledAt } = meeting
  const { seats, seated, onVideo, waiting } = meeting
  const t = translator(clock.language, 'meetings')
  const isSameDay = endsAt.getTime() - startsAt.getTime() < 86_400_000
  const ends = isSameDay ? clockTime(endsAt, clock) : whenName(endsAt, clock)
  const state = cancelledAt ? t('is-cancelled', { when: whenName(cancelledAt, clock) }) : t(`invitation-${status}`)
  return (
    <tr>
      <td className="c-title">
        <a className="t" href={`/studio/releases/${id}/meeting`} lang={language}>
          {title.replaceAll('\u00ad', '').trim() || t('untitled')}
        </a>
        <p className="m">
          {[`${capital(whenName(startsAt, clock))}–${ends}`, place, hasStream && t('video')]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <p className="m">{state}</p>
      </td>
      <td className="c-status">
        {seats === null ? t('coming-count', { taken: seated }) : t('coming-of', { taken: seated, seats })}
        {hasStream && <p className="m">{t('on-video', { count: onVideo })}</p>}
        {waiting > 0 && <p className="m">{t('waiting-count', { count: waiting })}</p>}
      </td>
    </tr>
  )
}
