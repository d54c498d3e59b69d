'use client'
/** The dialog with every key of the editor, as marked on a Mac and on other keyboards. Imported only on demand. */
import { Fragment } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import { keysOn, type Shortcut, type ShortcutGroup, type ShortcutName, shortcuts } from './shortcuts.ts'
import './shortcuts.css'

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useText('shortcuts')
  const close = useText('forms')('close')
  return (
    <ModalOverlay isOpen onOpenChange={onClose} className="overlay" isDismissable>
      <Modal className="shortcuts-modal">
        <Dialog className="dialog shortcuts">
          <div className="shortcuts-head">
            <Heading slot="title" level={2}>
              {t('heading')}
            </Heading>
            <Button look="quiet" className="icon-only" icon="close" aria-label={close} onClick={onClose} />
          </div>
          {(Object.keys(shortcuts) as ShortcutGroup[]).map((group) => (
            <table key={group}>
              <caption>{t(group)}</caption>
              <thead className="vh">
                <tr>
                  <th scope="col">{t('what')}</th>
                  <th scope="col">{t('pc')}</th>
                  <th scope="col">{t('mac')}</th>
                </tr>
              </thead>
              <tbody>
                {shortcuts[group].map((shortcut: Shortcut & { what: ShortcutName }) => (
                  <tr key={shortcut.what}>
                    <th scope="row">{t(shortcut.what)}</th>
                    <td>
                      <Keys keys={keysOn('pc', shortcut)} />
                    </td>
                    <td>
                      <Keys keys={keysOn('mac', shortcut)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Keys({ keys }: { keys: string[] }) {
  const t = useText('shortcuts')
  const named = (key: string) => (key === 'Space' || key === 'Enter' ? t(`key-${key}`) : key)
  return keys.map((key, index) => (
    <Fragment key={key}>
      {index > 0 && ' '}
      <kbd>{named(key)}</kbd>
    </Fragment>
  ))
}
