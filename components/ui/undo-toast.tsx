'use client'
import type { ReactNode } from 'react'
import { ActionForm, type FormAction } from './form/form.tsx'
import { useForm } from './form/form-context.tsx'

/** Says what was done, with a button that undoes it. It stays until the page is left: nobody has to be quick. */
export function UndoToast({ action, undo, children }: { action: FormAction; undo: string; children: ReactNode }) {
  return (
    <ActionForm action={action} className="toast" askBeforeLeaving={false}>
      <span role="status">{children}</span>
      <UndoButton>{undo}</UndoButton>
    </ActionForm>
  )
}

function UndoButton({ children }: { children: ReactNode }) {
  const { ready } = useForm()
  return (
    <button className="text-button" type="submit" disabled={!ready}>
      {children}
    </button>
  )
}
