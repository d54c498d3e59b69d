'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'

const memberDialog = onDemand(async () => (await import('./member-dialog.tsx')).MemberDialog)

interface Props {
  /** Whom the invitation is to, in words. */
  to: string
  isMailed: boolean
  hasRunOut: boolean
  renew: FormAction
  revoke: FormAction
}

/** Sends an invitation again, or makes its link anew; and takes it back. */
export function InvitationButtons({ to, isMailed, hasRunOut, renew, revoke }: Props) {
  const t = useText('members')
  const [isOpen, setOpen] = useState(false)
  const again = hasRunOut ? t('invite-again') : isMailed ? t('send-again') : t('new-link')
  return (
    <>
      <Button small aria-haspopup="dialog" onPointerEnter={memberDialog.expect} onClick={() => setOpen(true)}>
        {again}
        <span className="vh"> {to}</span>
      </Button>{' '}
      <ConfirmDialog
        trigger={
          <>
            {t('revoke')}
            <span className="vh"> {t('revoke-what', { name: to })}</span>
          </>
        }
        small
        question={t('revoke-question')}
        confirm={t('revoke')}
        action={revoke}
      >
        <p>{t('revoke-sure')}</p>
      </ConfirmDialog>
      {isOpen && (
        <OnDemand
          part={memberDialog}
          heading={again}
          confirm={isMailed ? t('mail-it') : t('make-link')}
          icon={isMailed ? 'send' : 'link'}
          action={renew}
          madeHeading={t('link-for')}
          sayMade={(when) => t('link-until', { when })}
          onClose={() => setOpen(false)}
        >
          <p>{t('again-text')}</p>
        </OnDemand>
      )}
    </>
  )
}
