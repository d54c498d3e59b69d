import { SubmitButton } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { TextArea } from '#components/ui/form/text-field.tsx'
import type { HostedMeeting } from '#db/meetings/host.ts'
import { env } from '#lib/env.ts'
import { signUpsKept } from '#lib/meeting/kept.ts'
import { translator } from '#lib/messages.ts'
import { formatSpan } from '#lib/time/format.ts'
import { capital, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { cancel, write } from './actions.ts'
import styles from './meeting.module.css'

interface Props {
  hosted: HostedMeeting
  clock: StudioClock
}

/** The meeting beside the list of who comes: when and where it is, a mail to all of them, and how it is cancelled. */
export function MeetingBeside({ hosted, clock }: Props) {
  const t = translator(clock.language, 'meetings')
  const { release, meeting, isOut, signUps } = hosted
  const coming = signUps.filter(({ cancelledAt }) => !cancelledAt).length
  const isToCome = !meeting.cancelledAt && meeting.endsAt > clock.now
  return (
    <div className={styles.beside}>
      <section aria-labelledby="h-meeting">
        <div className="sec-head">
          <h2 id="h-meeting">{t('the-meeting')}</h2>
          <a href={`/studio/releases/${release.id}`}>{t('change')}</a>
        </div>
        <Facts {...{ hosted, clock }} />
        {isToCome && !isOut && coming > 0 && (
          <p className="message warn" role="note">
            {t('not-out')}
          </p>
        )}
        {isToCome && (
          <ConfirmDialog
            trigger={t('cancel')}
            triggerLook="danger"
            small
            question={t('cancel-question')}
            confirm={t('cancel')}
            action={cancel.bind(null, release.id)}
          >
            <p>{t('cancel-text')}</p>
            <TextArea name="greeting" label={t('greeting')} max={1_000} />
          </ConfirmDialog>
        )}
        <p className="muted">{t('kept', { days: signUpsKept })}</p>
      </section>
      {coming > 0 && <Mail {...{ hosted, clock, coming }} />}
      {hosted.messages.length > 0 && (
        <section aria-labelledby="h-sent">
          <div className="sec-head">
            <h2 id="h-sent">{t('sent-before')}</h2>
          </div>
          {hosted.messages.map(({ id, text, createdAt, by }) => (
            <div key={id}>
              <p className={styles.words}>{text}</p>
              <p className="muted">{t('sent-by', { name: by, when: whenName(createdAt, clock) })}</p>
            </div>
          ))}
        </section>
      )}
    </div>
  )
}

function Facts({ hosted: { meeting }, clock }: Props) {
  const t = translator(clock.language, 'meetings')
  const { startsAt, endsAt, closesAt, place, stream, cancelledAt } = meeting
  const closes = whenName(closesAt, clock)
  return (
    <dl className="facts-of wide">
      <dt>{t('when')}</dt>
      <dd>
        {capital(formatSpan(startsAt, endsAt, clock))}
        {cancelledAt && (
          <p>
            <b>{t('is-cancelled', { when: whenName(cancelledAt, clock) })}</b>
          </p>
        )}
      </dd>
      {place && (
        <>
          <dt>{t('where')}</dt>
          <dd>{place}</dd>
        </>
      )}
      {stream && (
        <>
          <dt>{t('video')}</dt>
          <dd>
            <a href={stream} rel="noreferrer">
              {stream}
            </a>
          </dd>
        </>
      )}
      <dt>{t('sign-up')}</dt>
      <dd>{closesAt > clock.now ? t('sign-up-until', { when: closes }) : t('sign-up-closed', { when: closes })}</dd>
    </dl>
  )
}

function Mail({ hosted, clock, coming }: Props & { coming: number }) {
  const t = translator(clock.language, 'meetings')
  return (
    <section aria-labelledby="h-mail" className={styles.mail}>
      <div className="sec-head">
        <h2 id="h-mail">{t('mail-heading')}</h2>
      </div>
      {env.mailServer ? (
        <ActionForm action={write.bind(null, hosted.release.id)} key={hosted.messages.length}>
          <TextArea name="text" label={t('mail')} hint={t('mail-hint')} max={5_000} />
          <div className="btns">
            <SubmitButton look="primary">{t('send', { count: coming })}</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <p>{t('no-mail')}</p>
      )}
    </section>
  )
}
