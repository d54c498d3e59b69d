'use client'
import { signIn } from 'next-auth/react'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form.tsx'
import { useText } from '#components/ui/messages.tsx'
import { PasswordField, TextField } from '#components/ui/text-field.tsx'
import type { FormState } from '#lib/form.ts'

/** The same answer whether the account is missing or the password wrong. */
export function SignInForm({ next }: { next: string }) {
  const t = useText('sign-in')
  const required = useText('forms')('required')

  const enter = async (_previous: FormState, data: FormData): Promise<FormState> => {
    const email = String(data.get('email')).trim()
    const password = String(data.get('password'))
    const errors = { ...(email ? {} : { email: required }), ...(password ? {} : { password: required }) }
    if (Object.keys(errors).length) return { status: 'refused', errors }
    const answer = await signIn('credentials', { email, password, redirect: false })
    if (!answer?.ok || answer.error) {
      const tooMany = answer?.error === 'too-many-attempts'
      return { status: 'refused', errors: {}, message: t(tooMany ? 'too-many-attempts' : 'wrong') }
    }
    window.location.assign(next)
    return new Promise(() => {})
  }
  return (
    <ActionForm action={enter} className="signin-form" refusedHeading={t('refused')} askBeforeLeaving={false}>
      <TextField name="email" label={t('email')} type="email" autoComplete="username" required spellCheck={false} />
      <PasswordField name="password" label={t('password')} autoComplete="current-password" required />
      <SubmitButton className="wide">{t('enter')}</SubmitButton>
    </ActionForm>
  )
}
