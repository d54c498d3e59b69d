import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { languageName } from '#lib/format.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { formatMomentInZone, formatSpan, isoMoment } from '#lib/time/format.ts'
import { capital } from '#lib/time/phrases.ts'
import { MapLink } from './map-link.tsx'

/** When and where a press meeting is, and until when one can sign up. */
export function MeetingFacts({ meeting, newsroom }: { meeting: LiveMeeting; newsroom: LiveNewsroom }) {
  const { startsAt, endsAt, closesAt, place, hasStream, language, seatsLeft, state } = meeting
  const t = translator(newsroom.language, 'meeting')
  const id = `h-${translator(newsroom.language, 'newsroom')('anchors.meeting')}`
  const deadline = capital(formatMomentInZone(closesAt, newsroom))
  return (
    <aside className="fact" aria-labelledby={id}>
      <h2 id={id}>{t('facts')}</h2>
      {state === 'cancelled' && (
        <p>
          <b>{t('cancelled')}</b>
        </p>
      )}
      <dl>
        <dt>{t('when')}</dt>
        <dd>
          <time dateTime={isoMoment(startsAt, newsroom.timeZone)}>
            {capital(formatSpan(startsAt, endsAt, newsroom))}
          </time>
        </dd>
        {place && (
          <>
            <dt>{t('where')}</dt>
            <dd>
              {hyphenateText(place, newsroom.language)} <MapLink place={place} language={newsroom.language} />
            </dd>
          </>
        )}
        {hasStream && (
          <>
            <dt>{t('video')}</dt>
            <dd>{t('video-later')}</dd>
          </>
        )}
        {language && (
          <>
            <dt>{t('language')}</dt>
            <dd>{languageName(language, newsroom.language)}</dd>
          </>
        )}
        {(state === 'open' || state === 'waiting') && (
          <>
            <dt>{t('deadline')}</dt>
            <dd>
              {state === 'open' && seatsLeft !== null && place
                ? t('deadline-open', { when: deadline, left: seatsLeft })
                : deadline}
            </dd>
          </>
        )}
      </dl>
    </aside>
  )
}
