import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { listSessions } from '#db/users/sessions.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { endOne, endOthers } from './actions.ts'
import styles from './profile.module.css'

type Session = Awaited<ReturnType<typeof listSessions>>[number]

/** Where the member is signed in, and the buttons that sign them out there. */
export function Sessions({ sessions, clock }: { sessions: Session[]; clock: StudioClock }) {
  const t = translator(clock.language, 'profile')
  return (
    <div className="form">
      <FormSection id="sessions" heading={t('sessions')} text={t('sessions-text')}>
        <ul className={styles.devices}>
          {sessions.map((session) => (
            <li key={session.id}>
              <Icon name={isHandheld(session) ? 'mobile' : 'laptop'} />
              <div>
                <b>{deviceName(session, clock)}</b>
                {session.isThis && <span className="muted"> {t('this')}</span>}
                <p className="muted">{facts(session, clock)}</p>
              </div>
              {!session.isThis && (
                <ActionForm action={endOne.bind(null, session.id)} className="" askBeforeLeaving={false}>
                  <SubmitButton look="plain" small>
                    {t('end')}
                    <span className="vh">: {[deviceName(session, clock), facts(session, clock)].join(', ')}</span>
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 ? (
          <ActionForm action={endOthers} className="" askBeforeLeaving={false}>
            <SubmitButton look="plain" small>
              {t('end-others')}
            </SubmitButton>
          </ActionForm>
        ) : (
          <p className="muted">{t('only-here')}</p>
        )}
      </FormSection>
    </div>
  )
}

const isHandheld = ({ system }: Session) => ['iPhone', 'iPad', 'Android'].includes(system)

function deviceName({ browser, system }: Session, { language }: StudioClock): string {
  const t = translator(language, 'profile')
  if (browser && system) return t('device', { browser, system })
  return browser || system || t('unknown-device')
}

function facts({ network, createdAt, lastSeenAt }: Session, clock: StudioClock): string {
  const t = translator(clock.language, 'profile')
  const times = [
    t('signed-in', { when: whenName(createdAt, clock) }),
    lastSeenAt && lastSeenAt > createdAt ? t('used', { when: whenName(lastSeenAt, clock) }) : '',
  ]
  return [network, ...times].filter(Boolean).join(', ')
}
