'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { RadioGroup } from '#components/ui/form/choice-field.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { type Role, roleNames } from '#db/types.ts'

const memberDialog = onDemand(async () => (await import('./member-dialog.tsx')).MemberDialog)

interface Props {
  action: FormAction
  /** Whether the server sends mail. */
  sendsMail: boolean
  /** The removed member who is to come back. */
  back?: { id: string; name: string; role: Role }
}

/** The button that asks whom to invite, how, and to which role; and then shows the link, if it is one to hand over. */
export function InviteButton({ action, sendsMail, back }: Props) {
  const t = useText('members')
  const [isOpen, setOpen] = useState(false)
  const [way, setWay] = useState('mail')
  const isMailed = sendsMail && way === 'mail'
  return (
    <>
      <Button
        look={back ? 'plain' : 'primary'}
        small={back !== undefined}
        icon={back ? undefined : 'plus'}
        aria-haspopup="dialog"
        onPointerEnter={memberDialog.expect}
        onClick={() => setOpen(true)}
      >
        {back ? t('bring-back') : t('invite')}
        {back && <span className="vh"> {back.name}</span>}
      </Button>
      {isOpen && (
        <OnDemand
          part={memberDialog}
          heading={back ? t('bring-back-whom', { name: back.name }) : t('invite')}
          confirm={isMailed ? t('mail-it') : t('make-link')}
          icon={isMailed ? 'send' : 'link'}
          action={action}
          madeHeading={back ? t('link-for-back', { name: back.name }) : t('link-for')}
          sayMade={(when) => t('link-until', { when })}
          onClose={() => setOpen(false)}
        >
          {back && (
            <>
              <input type="hidden" name="userId" value={back.id} />
              <p>{t('bring-back-text', { name: back.name })}</p>
            </>
          )}
          {sendsMail ? (
            <RadioGroup
              name="way"
              label={t('way')}
              defaultValue={way}
              onChoose={setWay}
              options={[
                { value: 'mail', label: t('by-mail') },
                { value: 'link', label: t('by-link'), hint: t('by-link-hint') },
              ]}
            />
          ) : (
            <>
              <input type="hidden" name="way" value="link" />
              <p>{t('no-mail')}</p>
            </>
          )}
          {isMailed && <TextField name="email" label={t('email')} type="email" required spellCheck={false} />}
          <RadioGroup
            name="role"
            label={t('role')}
            defaultValue={back?.role ?? 'contributor'}
            options={roleNames.map((role) => ({ value: role, label: t(role), hint: t(`${role}-text`) }))}
          />
        </OnDemand>
      )}
    </>
  )
}
