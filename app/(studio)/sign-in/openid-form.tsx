'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { FormSummary } from '#components/ui/form/form-summary.tsx'
import { useText } from '#components/ui/messages.tsx'
import { signInElsewhere } from '../sign-in-client.ts'

interface Props {
  next: string
  /** What the organisation's account is called. */
  name: string
  /** Whether there is no other way in. */
  isOnly: boolean
  /** Why the last try did not end inside. */
  refused: string | undefined
}

const noFields = new Map()

/** The button to the organisation's own account, and what came of it the last time. */
export function OpenidForm({ next, name, isOnly, refused }: Props) {
  const t = useText('sign-in')
  return (
    <>
      {refused && (
        <FormSummary
          state={{ status: 'refused', errors: {}, message: refused }}
          fields={noFields}
          formId="openid"
          heading={t('refused')}
        />
      )}
      <ActionForm
        action={() => signInElsewhere(next)}
        className="signin-form"
        refusedHeading={t('refused')}
        askBeforeLeaving={false}
      >
        <SubmitButton className="wide" look={isOnly ? 'primary' : 'plain'}>
          {t('openid', { name })}
        </SubmitButton>
      </ActionForm>
    </>
  )
}
