'use client'
/** The dialog that asks before something that cannot simply be undone. Imported only on demand. */
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, SubmitButton } from './button.tsx'
import { ActionForm, type FormAction } from './form/form.tsx'
import { useText } from './messages.tsx'

export interface Question {
  question: string
  /** What will happen, and fields to fill in if any. */
  children?: ReactNode
  /** The label of the button that does it: a verb. */
  confirm: string
  danger?: boolean
  action: FormAction
}

export function Confirmation(props: Question & { onClose: () => void }) {
  const { question, children, confirm, danger = true, action, onClose } = props
  const t = useText('forms')
  return (
    <ModalOverlay isOpen onOpenChange={onClose} className="overlay" isDismissable={false}>
      <Modal>
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title" level={2}>
            {question}
          </Heading>
          <ActionForm
            action={action}
            className="dialog-form"
            refusedHeading={t('refused')}
            idPrefix="asked"
            onSaved={onClose}
          >
            {children}
            <div className="btns">
              <SubmitButton look={danger ? 'danger' : 'primary'}>{confirm}</SubmitButton>
              <Button onClick={onClose}>{t('cancel')}</Button>
            </div>
          </ActionForm>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
