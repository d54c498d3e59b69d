'use client'
import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import { Select } from '#components/ui/form/choice-field.tsx'
import type { FormAction } from '#components/ui/form/form.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { DutyFields, type DutyFieldsProps } from './duty-fields.tsx'
import styles from './on-call.module.css'
import type { DutyVerb } from './on-call-page.ts'

const dialog = onDemand(async () => (await import('../members/member-dialog.tsx')).MemberDialog)

interface Given extends Pick<DutyFieldsProps, 'people' | 'deskPhone' | 'day' | 'left'> {
  /** The day written out. */
  named: string
}

/** The button that puts somebody on duty: in a gap of the hours, or anywhere in a day. */
export function AddDuty({
  action,
  hours,
  named,
  ...fields
}: Given & { action: FormAction; hours?: { from: string; until: string } }) {
  const t = useText('on-call')
  const [isOpen, setOpen] = useState(false)
  const text = hours && `${hours.from}–${hours.until}`
  return (
    <>
      {text ? (
        <button
          type="button"
          className={styles.gap}
          aria-haspopup="dialog"
          aria-label={t('gap-on', { day: named, hours: text })}
          onPointerEnter={dialog.expect}
          onClick={() => setOpen(true)}
        >
          {t('nobody')} <span>{text}</span>
        </button>
      ) : (
        <Button
          look="quiet"
          small
          icon="plus"
          aria-haspopup="dialog"
          aria-label={t('add-on', { day: named })}
          onPointerEnter={dialog.expect}
          onClick={() => setOpen(true)}
        >
          {t('add')}
        </Button>
      )}
      {isOpen && (
        <OnDemand
          part={dialog}
          heading={t('add-on', { day: named })}
          confirm={t('add')}
          action={action}
          onClose={() => setOpen(false)}
        >
          <DutyFields {...fields} from={hours?.from} until={hours?.until} />
        </OnDemand>
      )}
    </>
  )
}

interface Shown {
  id: string
  name: string
  personId: string
  from: string
  until: string
  number: 'desk' | 'own'
  isNow: boolean
  isGone: boolean
  asked: string | undefined
  verbs: DutyVerb[]
}

interface MenuProps extends Given {
  duty: Shown
  change: FormAction
  remove: FormAction
  ask: FormAction
  accept: FormAction
  decline: FormAction
}

/** A duty, with what the member may do with it. */
export function DutyMenu({ duty, named, change, remove, ask, accept, decline, ...fields }: MenuProps) {
  const t = useText('on-call')
  const [open, setOpen] = useState<DutyVerb>()
  const hours = `${duty.from}–${duty.until}`
  const about = { name: duty.name, day: named, hours }
  const className = [styles.duty, duty.isNow && styles.now, (duty.asked || duty.isGone) && styles.swap]
  const said = [
    hours,
    duty.isNow && !duty.isGone && t('answers-now'),
    duty.asked && t('asked', { name: duty.asked }),
    duty.isGone && t('gone'),
  ]
    .filter(Boolean)
    .join(', ')
  const content = (
    <>
      <b>{duty.name}</b> <span>{said}</span>
    </>
  )
  if (duty.verbs.length === 0) return <div className={className.filter(Boolean).join(' ')}>{content}</div>
  const labels: Record<DutyVerb, string> = {
    change: t('change'),
    swap: t('swap'),
    accept: duty.verbs.includes('decline') ? t('accept') : t('accept-for', { name: duty.asked ?? '' }),
    decline: t('decline'),
    'take-back': t('take-back'),
    remove: t('remove'),
  }
  const close = () => setOpen(undefined)
  const question = { part: dialog, onClose: close }
  return (
    <>
      <DropMenu
        label={t('change-of', { shown: `${duty.name} ${said}` })}
        className={className.filter(Boolean).join(' ')}
        groups={[{ choices: duty.verbs.map((key) => ({ key, name: labels[key] })) }]}
        onChoose={(key) => {
          dialog.expect()
          setOpen(key as DutyVerb)
        }}
      >
        {content}
      </DropMenu>
      {open === 'change' && (
        <OnDemand {...question} heading={t('change-heading', { day: named })} confirm={t('save')} action={change}>
          <DutyFields {...fields} {...duty} />
        </OnDemand>
      )}
      {open === 'swap' && (
        <OnDemand {...question} heading={t('swap-heading', about)} confirm={t('ask')} icon="send" action={ask}>
          <Select
            name="personId"
            label={t('who')}
            placeholder={t('choose')}
            required
            options={fields.people
              .filter(({ id }) => id !== duty.personId)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <p className="muted">{t('swap-text', { name: duty.name })}</p>
        </OnDemand>
      )}
      {(open === 'accept' || open === 'decline' || open === 'take-back') && (
        <OnDemand
          {...question}
          heading={t('swap-heading', about)}
          confirm={labels[open]}
          action={open === 'accept' ? accept : decline}
        />
      )}
      {open === 'remove' && (
        <OnDemand {...question} heading={t('remove-question', about)} confirm={t('remove')} danger action={remove}>
          <p>{t('remove-sure')}</p>
        </OnDemand>
      )}
    </>
  )
}
