'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'
import { signIn } from '../../../sign-in-client.ts'

/** Signs in the member of a link where no password opens. Only the button does it: programs open links too. */
export function EnterForm({ token }: { token: string }) {
  const t = useText('account')
  const enter = async (): Promise<FormState> => {
    if (await signIn({ link: token })) return { status: 'refused', errors: {}, message: t('dead') }
    window.location.assign('/studio')
    return new Promise(() => {})
  }
  return (
    <ActionForm action={enter} className="signin-form" refusedHeading={t('refused')} askBeforeLeaving={false}>
      <SubmitButton className="wide">{t('enter-button')}</SubmitButton>
    </ActionForm>
  )
}
