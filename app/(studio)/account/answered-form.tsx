'use client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'

interface Props {
  action: FormAction
  confirm: string
  /** What stands in place of the form once it is sent. `{email}` in it is the address that was typed. */
  answer: { heading: string; text: string }
  onward: { href: string; label: string }
  children?: ReactNode
}

/** A form that is sent once, and gives way to its answer. */
export function AnsweredForm({ action, confirm, answer, onward, children }: Props) {
  const t = useText('account')
  const heading = useRef<HTMLHeadingElement>(null)
  const [sent, setSent] = useState<string>()
  const send = async (previous: FormState, data: FormData): Promise<FormState> => {
    const state = await action(previous, data)
    if (state.status === 'saved') setSent(String(data.get('email') ?? ''))
    return state
  }
  useEffect(() => {
    if (sent !== undefined) heading.current?.focus()
  }, [sent])
  if (sent === undefined) {
    return (
      <ActionForm action={send} className="signin-form" refusedHeading={t('refused')} askBeforeLeaving={false}>
        {children}
        <SubmitButton className="wide">{confirm}</SubmitButton>
      </ActionForm>
    )
  }
  return (
    <>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {answer.heading}
        </h2>
        <p>{answer.text.replace('{email}', () => sent.trim())}</p>
      </div>
      <p>
        <a href={onward.href}>{onward.label}</a>
      </p>
    </>
  )
}
