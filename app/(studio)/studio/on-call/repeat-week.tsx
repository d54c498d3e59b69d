'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { RadioGroup } from '#components/ui/form/choice-field.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { weekNumber } from '#lib/time/days.ts'

const dialog = onDemand(async () => (await import('../members/member-dialog.tsx')).MemberDialog)

/** The button that repeats a week in those after it. What the week lacks is said beside the number of weeks. */
export function RepeatWeek({ monday, action, gaps }: { monday: string; action: FormAction; gaps: string[] }) {
  const t = useText('on-call')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="copy" aria-haspopup="dialog" onPointerEnter={dialog.expect} onClick={() => setOpen(true)}>
        {t('repeat')}
      </Button>
      {isOpen && (
        <OnDemand
          part={dialog}
          heading={t('repeat-heading', { week: weekNumber(monday) })}
          confirm={t('repeat')}
          action={action}
          onClose={() => setOpen(false)}
        >
          <p>{t('repeat-text')}</p>
          <TextField
            name="weeks"
            label={t('weeks')}
            hint={gaps.length > 0 ? t('weeks-gaps', { gaps: gaps.join('; ') }) : undefined}
            defaultValue="4"
            inputMode="numeric"
            inputClassName="auto num"
            size={4}
          />
          <RadioGroup
            name="holidays"
            label={t('holidays')}
            defaultValue="skip"
            options={[
              { value: 'skip', label: t('holidays-skip') },
              { value: 'fill', label: t('holidays-fill') },
            ]}
          />
        </OnDemand>
      )}
    </>
  )
}
