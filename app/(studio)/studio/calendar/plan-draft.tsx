'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/form/choice-field.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { MomentFields } from './moment-fields.tsx'

const dialog = onDemand(async () => (await import('../members/member-dialog.tsx')).MemberDialog)

interface Props {
  action: FormAction
  drafts: { id: string; title: string }[]
  day: string
  timeZone: string
}

/** The button that says when one of the member's drafts is meant to go out. */
export function PlanDraft({ action, drafts, day, timeZone }: Props) {
  const t = useText('calendar')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="plus" aria-haspopup="dialog" onPointerEnter={dialog.expect} onClick={() => setOpen(true)}>
        {t('plan')}
      </Button>
      {isOpen && (
        <OnDemand
          part={dialog}
          heading={t('plan-heading')}
          confirm={t('plan-confirm')}
          action={action}
          onClose={() => setOpen(false)}
        >
          <p>{t('plan-text')}</p>
          <Select
            name="releaseId"
            label={t('draft')}
            options={drafts.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <MomentFields day={day} time="08:00" timeZone={timeZone} />
        </OnDemand>
      )}
    </>
  )
}
