'use client'
import { useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { FormSection } from '#components/ui/form/form-section.tsx'
import { PasswordField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import styles from './profile.module.css'

interface Props {
  action: FormAction
  /** When it was last changed. */
  text: string | undefined
  email: string
}

/** Changes the member's own password. What was typed is gone once it is changed. */
export function PasswordForm({ action, text, email }: Props) {
  const t = useText('profile')
  const [changed, setChanged] = useState<{ count: number; said: string }>({ count: 0, said: '' })
  return (
    <ActionForm
      key={changed.count}
      action={action}
      label={t('password')}
      askBeforeLeaving={false}
      onSaved={({ message }) => setChanged(({ count }) => ({ count: count + 1, said: message ?? '' }))}
    >
      <FormSection id="password" heading={t('password')} text={text}>
        {/* So that a password manager knows whose password it keeps. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField name="current" label={t('current')} autoComplete="current-password" required />
        <PasswordField name="password" label={t('new')} hint={t('new-hint')} autoComplete="new-password" required />
        <div className={styles.row}>
          <SubmitButton look="plain">{t('change')}</SubmitButton>
          <span className="muted">{changed.said || t('others-end')}</span>
        </div>
      </FormSection>
    </ActionForm>
  )
}
