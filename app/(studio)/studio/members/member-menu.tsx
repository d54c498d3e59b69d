'use client'
import { useState } from 'react'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import { Select } from '#components/ui/form/choice-field.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { type Role, roleNames } from '#db/types.ts'

const memberDialog = onDemand(async () => (await import('./member-dialog.tsx')).MemberDialog)

interface Props {
  member: { name: string; role: Role }
  isYou: boolean
  isLastOwner: boolean
  /** How many texts that readers have not seen the member is writing. */
  texts: number
  /** Who can take them over. */
  others: { name: string; email: string }[]
  changeRole: FormAction
  makePasswordLink: FormAction
  remove: FormAction
}

/** What an owner can do with a member, each asked about in a dialog. */
export function MemberMenu({ member, isYou, isLastOwner, ...props }: Props) {
  const t = useText('members')
  const [open, setOpen] = useState<string>()
  const { name } = member
  const removing = isYou ? t('leave') : t('remove')
  const choices = [
    { key: 'role', name: t('change-role') },
    ...(isYou ? [] : [{ key: 'password', name: t('password-link') }]),
    { key: 'remove', name: removing },
  ]
  const close = () => setOpen(undefined)
  return (
    <>
      <DropMenu
        label={t('more', { name })}
        className="button quiet icon-only small"
        placement="bottom end"
        groups={[{ choices }]}
        onChoose={(key) => {
          memberDialog.expect()
          setOpen(key)
        }}
      >
        <Icon name="more" small />
      </DropMenu>
      {open && open !== 'password' && isLastOwner && (
        <OnDemand part={memberDialog} heading={t('only-owner')} onClose={close}>
          <p>{t('only-owner-text')}</p>
        </OnDemand>
      )}
      {open === 'role' && !isLastOwner && (
        <OnDemand
          part={memberDialog}
          heading={t('role-of', { name })}
          confirm={t('change-role')}
          action={props.changeRole}
          onClose={close}
        >
          <Select
            name="role"
            label={t('role')}
            defaultValue={member.role}
            options={roleNames.map((role) => ({ value: role, label: t(role) }))}
          />
          <p className="muted">{t('role-holds', { name })}</p>
        </OnDemand>
      )}
      {open === 'password' && (
        <OnDemand
          part={memberDialog}
          heading={t('password-link-question', { name })}
          confirm={t('make-link')}
          icon="link"
          action={props.makePasswordLink}
          madeHeading={t('password-link-for', { name })}
          sayMade={(when) => t('password-link-until', { when, name })}
          onClose={close}
        >
          <p>{t('password-link-text', { name })}</p>
        </OnDemand>
      )}
      {open === 'remove' && !isLastOwner && (
        <OnDemand
          part={memberDialog}
          heading={t('remove-question', { name })}
          confirm={t('remove-whom', { name })}
          danger
          action={props.remove}
          onClose={close}
        >
          <p>{t('remove-text', { name })}</p>
          {props.texts > 0 && (
            <Select
              name="heir"
              label={t('takes-over', { name, count: props.texts })}
              placeholder={t('choose')}
              required
              options={props.others.map(({ email, name: label }) => ({ value: email, label }))}
            />
          )}
        </OnDemand>
      )}
    </>
  )
}
