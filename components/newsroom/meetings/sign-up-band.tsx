import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { Phone } from '../contact.tsx'
import { PageSection } from '../layout/page-section.tsx'
import type { OnDuty } from '../press-duty.tsx'
import { SignUpForm } from './sign-up-form.tsx'

interface Props {
  releaseId: string
  meeting: LiveMeeting
  newsroom: LiveNewsroom
  duty: OnDuty | undefined
}

/** Where readers sign up for a press meeting, or why they cannot. */
export function SignUpBand({ releaseId, meeting, newsroom, duty }: Props) {
  const t = translator(newsroom.language, 'meeting')
  const anchors = translator(newsroom.language, 'newsroom')
  const { state } = meeting
  return (
    <PageSection id={anchors('anchors.sign-up')} title={t('sign-up')} className="no-print">
      {state === 'waiting' && (
        <p className="sign-up-state">
          <b>{t('full')}</b> {t(meeting.hasStream ? 'full-video' : env.mailServer ? 'full-text' : 'full-text-quiet')}
        </p>
      )}
      {state === 'open' || state === 'waiting' ? (
        <SignUpForm {...{ releaseId, meeting, newsroom }} />
      ) : (
        <p className="sign-up-state">
          <Closed {...{ state, newsroom, duty }} />
        </p>
      )}
    </PageSection>
  )
}

function Closed({ state, newsroom, duty }: Pick<Props, 'newsroom' | 'duty'> & Pick<LiveMeeting, 'state'>) {
  const t = translator(newsroom.language, 'meeting')
  const phone = duty?.press.now[0]?.phone || newsroom.pressPhone
  if (state === 'cancelled') return t('cancelled')
  if (state === 'over') return t('over')
  if (!phone) return t('closed')
  return t.rich('closed-call', { phone: () => <Phone phone={phone} newsroom={newsroom} /> })
}
