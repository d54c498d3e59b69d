import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { roleNames } from '#db/types.ts'
import { listInvitations } from '#db/users/invitations.ts'
import { countUnfinished, listRemoved, listUsers } from '#db/users.ts'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { whenName } from '#lib/time/phrases.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { inviteMember } from './actions.ts'
import { InvitationTable } from './invitation-table.tsx'
import { InviteButton } from './invite-button.tsx'
import { MemberTable } from './member-table.tsx'
import styles from './members.module.css'

export default async function MembersPage() {
  const owner = await requireRole('owner')
  const now = new Date()
  const [members, invitations, removed, texts, settings] = await Promise.all([
    listUsers(),
    listInvitations(now),
    listRemoved(),
    countUnfinished(now),
    currentSettings(),
  ])
  const t = translator(owner.language, 'members')
  const clock = { language: owner.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const sendsMail = env.mailServer !== undefined
  return (
    <Page heading={t('heading')} actions={<InviteButton action={inviteMember} sendsMail={sendsMail} />}>
      <MemberTable members={members} you={owner} texts={texts} clock={clock} />
      {members.length === 1 && invitations.length === 0 && <EmptyState heading={t('only-you')} />}
      {invitations.length > 0 && <InvitationTable invitations={invitations} youId={owner.id} clock={clock} />}
      <section className={styles.section} aria-labelledby="roles">
        <h2 id="roles">{t('roles')}</h2>
        <dl className={styles.roles}>
          {roleNames.map((role) => (
            <div key={role}>
              <dt>{t(role)}</dt>
              <dd>{t(`${role}-text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {removed.length > 0 && (
        <section className={styles.section} aria-labelledby="former">
          <h2 id="former">{t('former')}</h2>
          <p className="muted">{t('former-text')}</p>
          <ul className={styles.former}>
            {removed.map(({ id, name, role, removedAt }) => (
              <li key={id}>
                <div>
                  <b>{name}</b>
                  {removedAt && (
                    <p className="muted">
                      {t('left')} {whenName(removedAt, clock)}
                    </p>
                  )}
                </div>
                <InviteButton action={inviteMember} sendsMail={sendsMail} back={{ id, name, role }} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}
