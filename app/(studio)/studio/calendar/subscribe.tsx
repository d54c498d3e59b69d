'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'

const dialog = onDemand(async () => (await import('../members/member-dialog.tsx')).MemberDialog)

interface Props {
  make: FormAction
  end: FormAction
  /** When the address that works now was made, in words. */
  made: string | undefined
}

/** The buttons that make the secret address of the member's calendar, and end it. */
export function Subscribe({ make, end, made }: Props) {
  const t = useText('calendar')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="link" aria-haspopup="dialog" onPointerEnter={dialog.expect} onClick={() => setOpen(true)}>
        {t('subscribe')}
      </Button>
      {isOpen && (
        <OnDemand
          part={dialog}
          heading={t('subscribe-heading')}
          confirm={made ? t('new-address') : t('make-address')}
          icon="link"
          action={make}
          madeHeading={t('subscribe-heading')}
          onClose={() => setOpen(false)}
        >
          <p>{t('subscribe-text')}</p>
          <p className="muted">{made ? t('address-made', { when: made }) : t('address-is-yours')}</p>
        </OnDemand>
      )}
      {made && (
        <ConfirmDialog trigger={t('end-address')} question={t('end-question')} confirm={t('end-address')} action={end}>
          <p>{t('end-text')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
