'use client'
import { useState } from 'react'
import { Select } from '#components/ui/choice-field.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useText } from '#components/ui/messages.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import type { EditorProps, PublicationActions, ReleaseFacts } from '../types.ts'

interface Props {
  release: ReleaseFacts
  title: string
  successors: EditorProps['successors']
  withdraw: PublicationActions['withdraw']
}

export function WithdrawDialog({ release, title, successors, withdraw }: Props) {
  const t = useText('editor')
  const [leadsOn, setLeadsOn] = useState(false)
  const choice = (value: boolean, label: string) => (
    <label className="choice">
      <input
        type="radio"
        name="leads-on"
        value={value ? 'on' : ''}
        checked={leadsOn === value}
        onChange={() => setLeadsOn(value)}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <ConfirmDialog
      trigger={t('withdraw-open')}
      triggerLook="danger"
      small
      question={t('withdraw-question', { title })}
      confirm={t('withdraw')}
      action={withdraw.bind(null, release.id)}
    >
      <p>{t('withdraw-what-happens')}</p>
      <fieldset>
        <legend className="vh">{t('withdraw-address')}</legend>
        <div className="choices">
          {choice(false, t('withdraw-reason-shown'))}
          {choice(true, t('withdraw-leads-on'))}
        </div>
      </fieldset>
      {leadsOn && (
        <Select
          name="redirectToId"
          label={t('withdraw-successor')}
          placeholder={t('withdraw-successor-choose')}
          options={successors.map(({ id, title: name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        name="reason"
        label={t(leadsOn ? 'withdraw-reason-history' : 'withdraw-reason')}
        maxLength={500}
        lang={release.language}
      />
    </ConfirmDialog>
  )
}
