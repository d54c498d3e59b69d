'use client'
import { Select } from '#components/ui/form/choice-field.tsx'
import { DateField } from '#components/ui/form/date-field.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useText } from '#components/ui/messages.tsx'

export interface DutyFieldsProps {
  people: { id: string; name: string }[]
  /** The press desk's number, as it is written; empty where there is none. */
  deskPhone: string
  /** The day, YYYY-MM-DD. */
  day: string
  /** What of the day's hours nobody has, in words. */
  left: string
  personId?: string
  from?: string | undefined
  until?: string | undefined
  number?: 'desk' | 'own'
}

/** Who is on duty, when, and at what number. What the day still lacks is said beside the hours. */
export function DutyFields(props: DutyFieldsProps) {
  const { people, deskPhone, day, left, personId, from, until, number = deskPhone ? 'desk' : 'own' } = props
  const t = useText('on-call')
  const hints = [t('until-hint'), left && t('left', { hours: left })].filter(Boolean).join(' ')
  return (
    <>
      <Select
        name="personId"
        label={t('who')}
        placeholder={t('choose')}
        defaultValue={personId ?? ''}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="date" label={t('day')} defaultValue={day} />
      <div className="two">
        <TextField name="from" label={t('from')} defaultValue={from} inputClassName="num" placeholder="09:00" />
        <TextField name="until" label={t('until')} defaultValue={until} inputClassName="num" placeholder="17:00" />
      </div>
      <p className="hint">{hints}</p>
      <Select
        name="number"
        label={t('number')}
        defaultValue={number}
        options={[
          ...(deskPhone ? [{ value: 'desk', label: t('desk', { phone: deskPhone }) }] : []),
          { value: 'own', label: t('own') },
        ]}
      />
    </>
  )
}
