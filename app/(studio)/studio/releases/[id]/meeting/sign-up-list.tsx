import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { HostedMeeting } from '#db/meetings/host.ts'
import type { SignUp } from '#db/schema/meetings.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { remove } from './actions.ts'
import styles from './meeting.module.css'

interface Props {
  hosted: HostedMeeting
  clock: StudioClock
}

/** Those who come, those who wait for a seat, and those who have cancelled. */
export function SignUpList({ hosted, clock }: Props) {
  const { signUps, meeting } = hosted
  const t = translator(clock.language, 'meetings')
  if (signUps.length === 0) return <EmptyState heading={t('nobody')}>{t('nobody-text')}</EmptyState>
  const on = signUps.filter(({ cancelledAt }) => !cancelledAt)
  const coming = on.filter(({ seatedAt }) => seatedAt)
  const taken = coming.filter(({ way }) => way === 'place').length
  const count = [
    meeting.seats === null ? t('coming-count', { taken }) : t('coming-of', { taken, seats: meeting.seats }),
    ...(meeting.stream ? [t('on-video', { count: coming.length - taken })] : []),
  ].join(', ')
  return (
    <div className={styles.lists}>
      <Section heading={t('coming')} count={count} signUps={coming} mayRemove {...{ hosted, clock }} />
      <Section
        heading={t('waiting')}
        signUps={on.filter(({ seatedAt }) => !seatedAt)}
        mayRemove
        {...{ hosted, clock }}
      />
      <Section heading={t('off')} signUps={signUps.filter(({ cancelledAt }) => cancelledAt)} {...{ hosted, clock }} />
    </div>
  )
}

function Section({
  heading,
  count,
  signUps,
  mayRemove = false,
  hosted,
  clock,
}: Props & { heading: string; count?: string; signUps: SignUp[]; mayRemove?: boolean }) {
  const t = translator(clock.language, 'meetings')
  if (signUps.length === 0 && !count) return null
  return (
    <section>
      <div className="sec-head">
        <h2>{heading}</h2>
        <span className="n">{count ?? signUps.length}</span>
      </div>
      {signUps.length > 0 && (
        <table className="sheet">
          <caption className="vh">{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('way')}</th>
              <th scope="col">{t('wishes')}</th>
              <th scope="col">
                <span className="vh">{t('do')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {signUps.map((signUp) => (
              <Row key={signUp.id} {...{ signUp, hosted, clock, mayRemove }} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Row({ signUp, hosted, clock, mayRemove }: Props & { signUp: SignUp; mayRemove: boolean }) {
  const t = translator(clock.language, 'meetings')
  const { id, name, outlet, email, way, wishes, pressCard, createdAt } = signUp
  return (
    <tr>
      <td className="c-title">
        <b className="t">{name}</b>
        {outlet && <p className="m">{outlet}</p>}
        <p className="m">
          <a href={`mailto:${email}`}>{email}</a>
        </p>
      </td>
      <td className="c-status">
        {t(`way-${way}`)}
        <p className="m">{whenName(createdAt, clock)}</p>
      </td>
      <td className={styles.words}>
        {wishes}
        {pressCard && <p className="m">{t('card-of', { number: pressCard })}</p>}
      </td>
      <td className="c-act">
        {mayRemove && (
          <ConfirmDialog
            trigger={
              <>
                {t('remove')}
                <span className="vh"> {name}</span>
              </>
            }
            small
            question={t('remove-question', { name })}
            confirm={t('remove')}
            action={remove.bind(null, hosted.release.id, id)}
          >
            <p>{t('remove-text', { name })}</p>
          </ConfirmDialog>
        )}
      </td>
    </tr>
  )
}
