'use client'
import type { ReactNode } from 'react'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { useForm } from '#components/ui/form/form-context.tsx'

/** The button that puts the list of first steps away. */
export function HideSteps({ action, children }: { action: FormAction; children: ReactNode }) {
  return (
    <ActionForm action={action} className="" askBeforeLeaving={false}>
      <HideButton>{children}</HideButton>
    </ActionForm>
  )
}

function HideButton({ children }: { children: ReactNode }) {
  const { ready, pending } = useForm()
  return (
    <button className="text-button" type="submit" disabled={!ready} aria-disabled={pending || undefined}>
      {children}
    </button>
  )
}
