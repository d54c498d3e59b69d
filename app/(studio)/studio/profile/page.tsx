import { Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { SaveBar } from '#components/ui/form/save-bar.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { Page } from '#components/ui/page.tsx'
import { listEvents } from '#db/events.ts'
import { getSettings } from '#db/settings.ts'
import { awaitedEmail } from '#db/users/account-links.ts'
import { listSessions } from '#db/users/sessions.ts'
import { env } from '#lib/env.ts'
import { languages, rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { whenName } from '#lib/time/phrases.ts'
import { currentToken, requireRole } from '../../../auth.ts'
import { changePassword, save } from './actions.ts'
import { PasswordForm } from './password-form.tsx'
import styles from './profile.module.css'
import { Sessions } from './sessions.tsx'

/** A member's own page: what they are called, how they sign in, and where they are signed in. */
export default async function ProfilePage() {
  const user = await requireRole('contributor')
  const now = new Date()
  const [settings, sessions, awaits, events] = await Promise.all([
    getSettings(),
    listSessions(user.id, await currentToken(), now),
    awaitedEmail(user.id, now),
    listEvents(user.id),
  ])
  const t = translator(user.language, 'profile')
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const changed = events.find(({ verb }) => verb === 'change-password' || verb === 'reset-password')?.at
  return (
    <Page heading={t('heading')}>
      <ActionForm action={save} label={t('you')}>
        <FormSection id="you" heading={t('you')} text={t('you-text')}>
          <TextField name="name" label={t('name')} defaultValue={user.name} autoComplete="name" required />
          {env.mailServer ? (
            <TextField
              name="email"
              label={t('email')}
              hint={awaits ? t('awaits', { email: awaits }) : t('email-hint')}
              defaultValue={user.email}
              type="email"
              autoComplete="email"
              spellCheck={false}
              required
            />
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
        <PasswordForm
          action={changePassword}
          text={changed && t('password-text', { when: whenName(changed, clock) })}
          email={user.email}
        />
      </div>
      <div className={styles.part}>
        <Sessions sessions={sessions} clock={clock} />
      </div>
    </Page>
  )
}
