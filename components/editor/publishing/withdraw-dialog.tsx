'use client'
/** The dialog that withdraws a release. Imported only on demand. */
import { useState } from 'react'
import { Confirmation } from '#components/ui/confirmation.tsx'
import { Select } from '#components/ui/form/choice-field.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { momentText } from '#lib/time/phrases.ts'
import type { EditorProps, PublicationActions, ReleaseFacts } from '../types.ts'

interface Props {
  release: ReleaseFacts
  title: string
  successors: EditorProps['successors']
  withdraw: PublicationActions['withdraw']
  /** Called with the version that the next save starts from. */
  onWithdrawn: (version: number) => void
  onClose: () => void
}

export function WithdrawDialog({ release, title, successors, withdraw, onWithdrawn, onClose }: Props) {
  const t = useText('editor')
  const clock = useLocale()
  const { goingOut } = release
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
    <Confirmation
      question={t('withdraw-question', { title })}
      confirm={t('withdraw')}
      action={async (previous, data) => {
        const outcome = await withdraw(release.id, previous, data)
        if (outcome.version !== undefined) onWithdrawn(outcome.version)
        return outcome
      }}
      onClose={onClose}
    >
      <p>{t('withdraw-what-happens')}</p>
      {goingOut && <p>{t('withdraw-drops', { when: momentText(new Date(goingOut.at), clock) })}</p>}
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
    </Confirmation>
  )
}
