import { linkHours, type listInvitations, mailHours } from '#db/users/invitations.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { endInvitation, renewInvitation } from './actions.ts'
import { InvitationButtons } from './invitation-buttons.tsx'
import styles from './members.module.css'

type Listed = Awaited<ReturnType<typeof listInvitations>>[number]

/** Those who are invited and not in yet. */
export function InvitationTable({
  invitations,
  youId,
  clock,
}: {
  invitations: Listed[]
  youId: string
  clock: StudioClock
}) {
  const t = translator(clock.language, 'members')
  return (
    <section className={styles.section} aria-labelledby="invited">
      <h2 id="invited">{t('invited')}</h2>
      <table className="sheet">
        <caption className="vh">{t('invited')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('to')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('good-for')}</th>
            <th scope="col">
              <span className="vh">{t('act')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <Invited key={invitation.id} {...{ invitation, clock }} isYours={invitation.createdBy === youId} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Invited({ invitation, isYours, clock }: { invitation: Listed; isYours: boolean; clock: StudioClock }) {
  const { id, email, role, expiresAt, madeBy, backName } = invitation
  const t = translator(clock.language, 'members')
  const hasRunOut = expiresAt <= clock.now
  const to = email ?? (backName ? t('nameless-for', { name: backName }) : t('nameless'))
  const madeAt = new Date(expiresAt.getTime() - (email ? mailHours : linkHours) * 3_600_000)
  const when = whenName(madeAt, clock)
  const way = email ? 'mailed' : 'made'
  return (
    <tr>
      <td className="c-title">
        <b className={`t ${styles.address}`}>{to}</b>
        <p className="m">{isYours ? t(`${way}-by-you`, { when }) : t(`${way}-by`, { when, name: madeBy })}</p>
      </td>
      <td className="c-status">{t(role)}</td>
      <td className={`c-when ${styles.when}`}>
        {hasRunOut ? (
          <span className={styles.ranOut}>{t('ran-out', { when: whenName(expiresAt, clock) })}</span>
        ) : (
          <>
            {t('until', { when: whenName(expiresAt, clock) })}
            <p className="m">{t(email ? 'once-mail' : 'once-link')}</p>
          </>
        )}
      </td>
      <td className={styles.act}>
        <InvitationButtons
          to={to}
          isMailed={email !== null}
          hasRunOut={hasRunOut}
          renew={renewInvitation.bind(null, id)}
          revoke={endInvitation.bind(null, id)}
        />
      </td>
    </tr>
  )
}
