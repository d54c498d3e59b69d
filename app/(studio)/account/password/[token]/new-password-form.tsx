'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { PasswordField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'
import { signIn } from '../../../sign-in-client.ts'

/** Chooses a new password, signs the member in with it and goes to the desk. */
export function NewPasswordForm({ action, email }: { action: FormAction; email: string }) {
  const t = useText('account')
  const choose = async (previous: FormState, data: FormData): Promise<FormState> => {
    const state = await action(previous, data)
    if (state.status !== 'saved') return state
    const failed = await signIn(email, String(data.get('password')))
    window.location.assign(failed ? '/sign-in' : '/studio')
    return new Promise(() => {})
  }
  return (
    <ActionForm action={choose} className="signin-form" refusedHeading={t('refused')} askBeforeLeaving={false}>
      <p className="muted">{t('sign-in-with', { email })}</p>
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField
        name="password"
        label={t('new-password')}
        hint={t('password-hint')}
        autoComplete="new-password"
        required
      />
      <SubmitButton className="wide">{t('set')}</SubmitButton>
    </ActionForm>
  )
}
