'use client'
/** The day and the time until which something about a text is to be done. Without a day there is no such time. */
import { TextField } from '#components/ui/form/text-field.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { instantsOf, readTime, wallTimeOf } from '#lib/time/zone.ts'

/** What is typed in the fields, as a moment: null for none, undefined for what is none. */
export function dueIn(data: FormData, timeZone: string): string | null | undefined {
  const date = String(data.get('dueAt') ?? '')
  if (!date) return null
  const time = readTime(String(data.get('dueTime') ?? ''))
  return time ? instantsOf({ date, time }, timeZone)[0]?.toISOString() : undefined
}

export function DueFields({ label }: { label: string }) {
  const t = useText('review')
  const { timeZone } = useLocale()
  return (
    <div className="due-fields">
      <TextField
        name="dueAt"
        label={label}
        type="date"
        min={wallTimeOf(new Date(), timeZone).date}
        inputClassName="num"
      />
      <TextField
        name="dueTime"
        label={t('due-time')}
        inputMode="numeric"
        maxLength={5}
        defaultValue="16:00"
        inputClassName="num"
      />
    </div>
  )
}
