'use client'
/** A question that has to be answered before something that cannot be undone by itself. */
import { type ReactNode, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, SubmitButton } from './button.tsx'
import { ActionForm, type FormAction } from './form.tsx'
import type { IconName } from './icon-paths.ts'
import { useText } from './messages.tsx'

interface Props {
  /** The words on the button that opens the question. */
  trigger: ReactNode
  triggerIcon?: IconName
  triggerLook?: 'plain' | 'quiet' | 'danger'
  small?: boolean
  question: string
  /** What happens, and fields to fill in if any. */
  children?: ReactNode
  /** The words on the button that does it: a verb. */
  confirm: string
  danger?: boolean
  action: FormAction
}

export function ConfirmDialog({
  trigger,
  triggerIcon,
  triggerLook = 'quiet',
  small,
  question,
  children,
  confirm,
  danger = true,
  action,
}: Props) {
  const t = useText('forms')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button look={triggerLook} icon={triggerIcon} small={small} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <ModalOverlay isOpen={open} onOpenChange={setOpen} className="overlay" isDismissable={false}>
        <Modal>
          <Dialog className="dialog" role="alertdialog">
            <Heading slot="title" level={2}>
              {question}
            </Heading>
            <ActionForm
              action={action}
              className="dialog-form"
              refusedHeading={t('refused')}
              onSaved={() => setOpen(false)}
            >
              {children}
              <div className="btns">
                <SubmitButton look={danger ? 'danger' : 'primary'}>{confirm}</SubmitButton>
                <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
              </div>
            </ActionForm>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
