'use client'
/** A dialog of the members' page: a form, and then the link it has made, if any. Imported only on demand. */
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { announce } from '#components/ui/announce.tsx'
import { Button, SubmitButton } from '#components/ui/button.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import type { IconName } from '#components/ui/icon-paths.ts'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { FormState } from '#lib/form.ts'
import { whenName } from '#lib/time/phrases.ts'

export interface MemberQuestion {
  heading: string
  /** The label of the button that does it. Without one there is nothing to do. */
  confirm?: string
  icon?: IconName | undefined
  danger?: boolean
  action?: FormAction
  /** What is said of a link that has been made: its heading, and how to handle it. */
  madeHeading?: string
  sayMade?: (until: string) => string
  children?: ReactNode
}

export function MemberDialog(props: MemberQuestion & { onClose: () => void }) {
  const { heading, confirm, icon, danger = false, action, madeHeading, sayMade, children, onClose } = props
  const f = useText('forms')
  const t = useText('members')
  const clock = useLocale()
  const [link, setLink] = useState<FormState['link']>()
  const saved = (state: FormState) => (state.link ? setLink(state.link) : onClose())
  return (
    <ModalOverlay isOpen onOpenChange={onClose} className="overlay" isDismissable={false}>
      <Modal>
        <Dialog className="dialog">
          <Heading slot="title" level={2}>
            {link ? (madeHeading ?? t('link')) : heading}
          </Heading>
          {link ? (
            <>
              <MadeLink address={link.address} />
              {sayMade && (
                <p className="muted">{sayMade(whenName(new Date(link.until), { ...clock, now: new Date() }))}</p>
              )}
              <div className="btns">
                <Button onClick={onClose}>{t('done')}</Button>
              </div>
            </>
          ) : action && confirm ? (
            <ActionForm
              action={action}
              className="dialog-form"
              refusedHeading={f('refused')}
              askBeforeLeaving={false}
              onSaved={saved}
            >
              {children}
              <div className="btns">
                <SubmitButton look={danger ? 'danger' : 'primary'} icon={icon}>
                  {confirm}
                </SubmitButton>
                <Button onClick={onClose}>{f('cancel')}</Button>
              </div>
            </ActionForm>
          ) : (
            <>
              {children}
              <div className="btns">
                <Button onClick={onClose}>{f('close')}</Button>
              </div>
            </>
          )}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The address of a link that has just been made. It cannot be shown again. */
function MadeLink({ address }: { address: string }) {
  const t = useText('members')
  const field = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<string>()
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const copy = async () => {
    field.current?.select()
    const text = await navigator.clipboard?.writeText(address).then(
      () => t('copied'),
      () => t('copy-failed'),
    )
    setSaid(text ?? t('copy-failed'))
    announce(text ?? t('copy-failed'))
  }
  return (
    <div className="field">
      <label htmlFor="made-link">{t('link')}</label>
      <div className="with-end">
        <input ref={field} id="made-link" className="input" readOnly value={address} />
        <Button icon="copy" onClick={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
      {said && <p className="hint">{said}</p>}
    </div>
  )
}
