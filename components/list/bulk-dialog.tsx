'use client'
/** The question before a change of several things. Imported only on demand. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { BulkQuestion } from './types.ts'

interface Props {
  question: BulkQuestion | undefined
  pending: boolean
  onConfirm: () => void
  onClose: () => void
}

export function BulkDialog({ question, pending, onConfirm, onClose }: Props) {
  const t = useText('forms')
  if (!question) return null
  return (
    <ModalOverlay isOpen onOpenChange={onClose} className="overlay" isDismissable={false}>
      <Modal>
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title" level={2}>
            {question.heading}
          </Heading>
          {question.lines.map(({ text, href }) => (
            <p key={text}>{href ? <a href={href}>{text}</a> : text}</p>
          ))}
          <div className="btns">
            <Button look={question.danger ? 'danger' : 'primary'} disabled={pending} onClick={onConfirm}>
              {question.confirm}
            </Button>
            <Button onClick={onClose}>{t('cancel')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
