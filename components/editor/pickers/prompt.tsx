'use client'
/** A dialog that asks for what a block needs before it can be inserted. Imported only on demand. */
import type { FormEvent, ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

interface PromptProps {
  heading: string
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}

export function Prompt({ heading, onClose, onSubmit, children }: PromptProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // The dialog is inside the editor's components; its form is not part of any form around them.
    event.stopPropagation()
    onSubmit()
  }
  return (
    <ModalOverlay isOpen onOpenChange={(open) => !open && onClose()} className="overlay" isDismissable>
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {heading}
          </Heading>
          <form className="dialog-form" onSubmit={submit} noValidate>
            {children}
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
