'use client'
/** Shares the text with one more journalist before its time. */
import { type FormEvent, useId, useState } from 'react'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { LinkDays, LinkWays } from '#components/ui/form/link-choices.tsx'
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
      <LinkDays
        legend={t('days')}
        days={days}
        nameOf={(count) => (count === null ? t('as-long') : t('day-count', { count }))}
        chosen={fields.days}
        onChange={(count) => change({ days: count })}
      />
      {trouble && (
        <p className="bad" role="alert">
          {trouble}
        </p>
      )}
      <LinkWays
        texts={{ mail: t('send-mail'), link: t('make-link'), cancel: t('cancel') }}
        canMail={embargo.canMail}
        isPending={isPending}
        onSend={(way) => void send(way)}
        onClose={onClose}
      />
    </form>
  )
}
