'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { type Option, Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { PasswordField, TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'
import { signIn } from '../../../sign-in-client.ts'

interface Props {
  action: FormAction
  /** The address the invitation was mailed to; with a link that was handed over, the invited say theirs. */
  email: string | null
  name: string | undefined
  language: string
  languages: Option[]
}

/** Makes a member of the invited, signs them in and goes to the desk. */
export function JoinForm({ action, email, name, language, languages }: Props) {
  const t = useText('account')
  const enter = async (previous: FormState, data: FormData): Promise<FormState> => {
    const state = await action(previous, data)
    if (state.status !== 'saved') return state
    const failed = await signIn(email ?? String(data.get('email')), String(data.get('password')))
    window.location.assign(failed ? '/sign-in' : '/studio')
    return new Promise(() => {})
  }
  return (
    <ActionForm action={enter} className="signin-form" refusedHeading={t('refused')} askBeforeLeaving={false}>
      <TextField name="name" label={t('name')} defaultValue={name} autoComplete="name" required />
      {email === null ? (
        <TextField name="email" label={t('email')} type="email" autoComplete="username" required spellCheck={false} />
      ) : (
        <>
          <p className="muted">{t('sign-in-with', { email })}</p>
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        </>
      )}
      <Select name="language" label={t('language')} options={languages} defaultValue={language} />
      <PasswordField
        name="password"
        label={t('password')}
        hint={t('password-hint')}
        autoComplete="new-password"
        required
      />
      <SubmitButton className="wide">{t('join')}</SubmitButton>
    </ActionForm>
  )
}
