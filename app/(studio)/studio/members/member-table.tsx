import { Initials } from '#components/ui/brand-mark.tsx'
import type { User } from '#db/schema/users.ts'
import { visitEvery } from '#db/users/visits.ts'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { capital, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { makePasswordLink, removeMember, setRole } from './actions.ts'
import { MemberMenu } from './member-menu.tsx'
import styles from './members.module.css'

interface Props {
  members: User[]
  you: User
  /** How many texts that readers have not seen each member is writing. */
  texts: Map<string, number>
  clock: StudioClock
}

/** Those who are in, with their role, when they were last here, and what an owner can do with them. */
export function MemberTable({ members, you, texts, clock }: Props) {
  const t = translator(clock.language, 'members')
  const owners = members.filter(({ role }) => role === 'owner')
  return (
    <table className="sheet">
      <caption className="vh">{t('heading')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('last-seen')}</th>
          <th scope="col">
            <span className="vh">{t('act')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <td className={`c-title ${styles.named}`}>
              <div className={styles.member}>
                <Initials name={member.name} />
                <div>
                  <b className="t">{member.name}</b>
                  {member.id === you.id && <span className="muted"> {t('you')}</span>}
                  <p className={`m ${styles.address}`}>{member.email}</p>
                </div>
              </div>
            </td>
            <td className={`c-status ${styles.under}`}>{t(member.role)}</td>
            <td className={`c-when ${styles.when} ${styles.under}`}>{lastSeen(member, clock)}</td>
            <td className={`${styles.act} ${styles.menu}`}>
              <MemberMenu
                member={{ name: member.name, role: member.role }}
                isYou={member.id === you.id}
                hasPasswords={env.allowsPasswords}
                isLastOwner={member.role === 'owner' && owners.length === 1}
                texts={texts.get(member.id) ?? 0}
                others={members.filter(({ id }) => id !== member.id).map(({ name, email }) => ({ name, email }))}
                changeRole={setRole.bind(null, member.email, member.name)}
                makePasswordLink={makePasswordLink.bind(null, member.id)}
                remove={removeMember.bind(null, member.email, member.name)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Says when a member was last here. What is known of it is some minutes old. */
function lastSeen({ lastSeenAt }: User, clock: StudioClock): string {
  const t = translator(clock.language, 'members')
  if (!lastSeenAt) return t('not-seen')
  if (clock.now.getTime() - lastSeenAt.getTime() < 2 * visitEvery) return t('here-now')
  return capital(whenName(lastSeenAt, clock))
}
