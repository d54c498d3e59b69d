'use client'
/** Shares the text with one more journalist before its time. */
import { type FormEvent, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Embargo } from './use-embargo.ts'

/** The same as `linkDays` in db, which decides; null for as long as the embargo. */
const days = [null, 1, 7, 30]

interface Props {
  embargo: Embargo
  /** Tells of a link that was made, with its address where it is to be handed over. */
  onMade: (made: { address: string | undefined; name: string }) => void
  onClose: () => void
}

export function AddHolder({ embargo, onMade, onClose }: Props) {
  const t = useText('embargo-links')
  const id = useId()
  const [fields, setFields] = useState({ name: '', outlet: '', email: '', terms: embargo.terms, days: days[0] ?? null })
  const [trouble, setTrouble] = useState<string>()
  const [isPending, setPending] = useState(false)
  const change = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  const send = async (way: 'mail' | 'link') => {
    if (isPending) return
    setPending(true)
    const told = await embargo.add({ ...fields, way })
    setPending(false)
    if ('trouble' in told) return setTrouble(told.trouble)
    onMade({ address: told.address, name: fields.name })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(embargo.canMail && fields.email ? 'mail' : 'link')
  }
  const input = (name: 'name' | 'outlet' | 'email', most: number, hint?: string) => (
    <FieldLayout id={`${id}-${name}`} label={t(name)} hint={hint}>
      {(tied) => (
        <input
          {...tied}
          className="input"
          type={name === 'email' ? 'email' : 'text'}
          value={fields[name]}
          maxLength={most}
          autoComplete="off"
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </FieldLayout>
  )
  return (
    <form className="add-holder" noValidate onSubmit={submit}>
      {input('name', 100)}
      {input('outlet', 100)}
      {input('email', 254, t('email-hint'))}
      <FieldLayout id={`${id}-terms`} label={t('terms')}>
        {(tied) => (
          <textarea
            {...tied}
            className="input"
            rows={3}
            value={fields.terms}
            maxLength={2_000}
            onChange={(event) => change({ terms: event.target.value })}
          />
        )}
      </FieldLayout>
      <fieldset>
        <legend>{t('days')}</legend>
        <div className="choices">
          {days.map((count) => (
            <label key={count} className="choice">
              <input
                type="radio"
                name={`${id}-days`}
                checked={fields.days === count}
                onChange={() => change({ days: count })}
              />
              <span>{count === null ? t('as-long') : t('day-count', { count })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {trouble && (
        <p className="bad" role="alert">
          {trouble}
        </p>
      )}
      <div className="btns">
        {embargo.canMail && (
          <Button look="primary" small icon="send" disabled={isPending} onClick={() => void send('mail')}>
            {t('send-mail')}
          </Button>
        )}
        <Button small icon="link" disabled={isPending} onClick={() => void send('link')}>
          {t('make-link')}
        </Button>
        <Button look="quiet" small onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
