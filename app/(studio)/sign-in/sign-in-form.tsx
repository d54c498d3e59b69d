'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { PasswordField, TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'
import { signIn } from '../sign-in-client.ts'

/** The sign-in form. It gives the same answer whether the account is missing or the password is wrong. */
export function SignInForm({ next }: { next: string }) {
  const t = useText('sign-in')
  const f = useText('forms')
  const refused = useText('refusals')
  const required = f('required')

  const say = (reason: string): string => {
    if (reason === 'CredentialsSignin') return t('wrong')
    if (reason === 'too-many-attempts') return t('too-many-attempts')
    const isKnown = reason === 'disk-full' || reason === 'database-unavailable' || reason === 'passwords-off'
    return isKnown ? refused(reason) : f('fault')
  }

  const submit = async (_previous: FormState, data: FormData): Promise<FormState> => {
    const email = String(data.get('email')).trim()
    const password = String(data.get('password'))
    const errors = { ...(email ? {} : { email: required }), ...(password ? {} : { password: required }) }
    if (Object.keys(errors).length) return { status: 'refused', errors }
    const reason = await signIn({ email, password })
    if (reason) return { status: 'refused', errors: {}, message: say(reason) }
    window.location.assign(next)
    return new Promise(() => {})
  }
  return (
    <ActionForm action={submit} className="signin-form" refusedHeading={t('refused')} askBeforeLeaving={false}>
      <TextField name="email" label={t('email')} type="email" autoComplete="username" required spellCheck={false} />
      <PasswordField name="password" label={t('password')} autoComplete="current-password" required />
      <SubmitButton className="wide">{t('enter')}</SubmitButton>
    </ActionForm>
  )
}
