import { SubmitButton } from '#components/ui/button.tsx'
import { Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { Page } from '#components/ui/page.tsx'
import { listEvents } from '#db/events.ts'
import { awaitedEmail } from '#db/users/account-links.ts'
import { listSessions } from '#db/users/sessions.ts'
import { env } from '#lib/env.ts'
import { languages, rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { whenName } from '#lib/time/phrases.ts'
import { currentToken, requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { changePassword, save, withdrawAddress } from './actions.ts'
import { EmailFields } from './email-fields.tsx'
import { MailChoices } from './mail-choices.tsx'
import { PasswordForm } from './password-form.tsx'
import styles from './profile.module.css'
import { Sessions } from './sessions.tsx'

/** A member's own page: what they are called, how they sign in, and where they are signed in. */
export default async function ProfilePage() {
  const user = await requireRole('contributor')
  const now = new Date()
  const [settings, sessions, awaits, events] = await Promise.all([
    currentSettings(),
    listSessions(user.id, await currentToken(), now),
    awaitedEmail(user.id, now),
    listEvents(user.id),
  ])
  const t = translator(user.language, 'profile')
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const changed = events.find(({ verb }) => verb === 'change-password' || verb === 'reset-password')?.at
  return (
    <Page heading={t('heading')}>
      {awaits && (
        <div className="notice">
          <p>{t('awaits', { email: awaits })}</p>
          <ActionForm action={withdrawAddress} className="" askBeforeLeaving={false}>
            <SubmitButton look="plain" small>
              {t('withdraw-email')}
            </SubmitButton>
          </ActionForm>
        </div>
      )}
      <ActionForm action={save} label={t('you')}>
        <FormSection id="you" heading={t('you')} text={t('you-text')}>
          <TextField name="name" label={t('name')} defaultValue={user.name} autoComplete="name" required />
          {env.mailServer ? (
            <EmailFields email={user.email} />
          ) : (
            <div className="field">
              <span className="label">{t('email')}</span>
              <p>{user.email}</p>
              <p className="hint">{t('email-no-mail')}</p>
            </div>
          )}
          <Select
            name="language"
            label={t('language')}
            defaultValue={user.language}
            options={languages.map((code) => ({ value: code, label: rulesOf(code).name }))}
          />
        </FormSection>
        <SaveBar />
      </ActionForm>
      <div className={styles.part}>
        {env.openid && (!env.allowsPasswords || !user.passwordHash) ? (
          <div className="form">
            <FormSection id="password" heading={t('password')}>
              <p>{t('no-password', { provider: env.openid.name })}</p>
            </FormSection>
          </div>
        ) : (
          <PasswordForm
            action={changePassword}
            text={changed && t('password-text', { when: whenName(changed, clock) })}
            email={user.email}
          />
        )}
      </div>
      <div className={styles.part}>
        <Sessions sessions={sessions} clock={clock} />
      </div>
      <div className={styles.part}>
        <MailChoices user={user} hasMail={env.mailServer !== undefined} clock={clock} />
      </div>
    </Page>
  )
}
