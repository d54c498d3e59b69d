'use client'
import { type ReactNode, useRef, useState } from 'react'
import { ActionForm, type FormAction } from './form/form.tsx'
import { useForm } from './form/form-context.tsx'
import { useToastKeys } from './passing-toast.tsx'

/**
 * Says what was done, with a button that undoes it. It stays until the page is left or it is closed: nobody has to be
 * quick. F6 goes to it and back, Esc closes it.
 */
export function UndoToast({ action, undo, children }: { action: FormAction; undo: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(true)
  const close = useRef(() => setOpen(false))
  useToastKeys(box, close)
  if (!isOpen) return null
  return (
    <div ref={box}>
      <ActionForm action={action} className="toast" askBeforeLeaving={false}>
        <span role="status">{children}</span>
        <UndoButton>{undo}</UndoButton>
      </ActionForm>
    </div>
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
