import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { meetingPath } from '#lib/urls.ts'
import { Icon } from '../layout/icon.tsx'

/** The way to the form of a press meeting while one can sign up, and the meeting for one's own calendar. */
export function MeetingTools({
  meeting: { state, slug },
  language,
}: {
  meeting: Pick<LiveMeeting, 'state'> & { slug: string }
  language: Language
}) {
  const t = translator(language, 'meeting')
  const anchors = translator(language, 'newsroom')
  if (state === 'over' || state === 'cancelled') return null
  return (
    <>
      {state !== 'closed' && (
        <li>
          <a href={`#${anchors('anchors.sign-up')}`}>
            <Icon name="check" />
            {t('sign-up')}
          </a>
        </li>
      )}
      <li>
        <a href={meetingPath(language, slug)}>
          <Icon name="calendar" />
          {t('calendar')}
        </a>
      </li>
    </>
  )
}
