'use client'
/** The question before crisis mode is switched on. Imported only on demand. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import styles from '../crisis.module.css'

interface Props {
  /** The headline that readers will see. */
  title: string
  languages: string
  /** The names of the members who are told. */
  told: string
  onConfirm: () => void
  onClose: () => void
}

export function SwitchQuestion({ title, languages, told, onConfirm, onClose }: Props) {
  const t = useText('crisis')
  const cancel = useText('forms')('cancel')
  return (
    <ModalOverlay isOpen onOpenChange={onClose} className="overlay" isDismissable={false}>
      <Modal>
        <Dialog className="dialog" role="alertdialog">
          <Heading slot="title" level={2}>
            {t('question')}
          </Heading>
          <p>
            <b>{title}</b>
          </p>
          <div className={styles.told}>
            <p>{t('readers-at-once')}</p>
            <ul>
              <li>{t('on-all-pages', { languages })}</li>
              {told && <li>{t('members-told', { names: told })}</li>}
            </ul>
          </div>
          <div className="btns">
            <Button className={styles.alarm} onClick={onConfirm}>
              {t('switch-now')}
            </Button>
            <Button onClick={onClose}>{cancel}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
