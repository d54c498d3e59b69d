'use client'
/** Asks somebody outside to say yes: a person quoted in the text, or somebody who reads the whole of it. */
import { type FormEvent, useId, useState } from 'react'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { LinkDays, LinkWays } from '#components/ui/form/link-choices.tsx'
import { useText } from '#components/ui/messages.tsx'
import { usePickers } from '../pickers/picker-context.tsx'
import type { SignOffs } from './use-sign-offs.ts'

/** The same as `linkDays` in db, which decides. */
const days = [1, 7, 30]

interface Props {
  signOffs: SignOffs
  /** How often each person is quoted in the text. */
  quoted: Map<string, number>
  /** Tells of a link that was made, with its address where it is to be handed over. */
  onMade: (made: { address: string | undefined; name: string }) => void
  onClose: () => void
}

export function AskForm({ signOffs, quoted, onMade, onClose }: Props) {
  const t = useText('sign-offs')
  const id = useId()
  const { person } = usePickers()
  const people = [...quoted].flatMap(([personId, count]) => {
    const known = person(personId)
    return known ? [{ id: personId, name: known.name, email: known.email, count }] : []
  })
  const hasLink = (personId: string) => signOffs.asked.some((one) => one.personId === personId && one.isOpen)
  const first = people.find((one) => !hasLink(one.id))
  const [personId, setPersonId] = useState(first?.id ?? '')
  const [fields, setFields] = useState({ name: '', email: first?.email ?? '', greeting: '', days: 7 })
  const [trouble, setTrouble] = useState<string>()
  const [isPending, setPending] = useState(false)
  const change = (part: Partial<typeof fields>) => setFields({ ...fields, ...part })
  const choose = (chosen: string) => {
    setPersonId(chosen)
    change({ email: people.find((one) => one.id === chosen)?.email ?? '' })
  }
  const send = async (way: 'mail' | 'link') => {
    if (isPending) return
    setPending(true)
    const told = await signOffs.ask({ ...fields, personId: personId || null, way })
    setPending(false)
    if ('trouble' in told) return setTrouble(told.trouble)
    onMade({ address: told.address, name: people.find((one) => one.id === personId)?.name ?? fields.name })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send(signOffs.canMail && fields.email ? 'mail' : 'link')
  }
  return (
    <form className="ask-form" noValidate onSubmit={submit}>
      <fieldset>
        <legend>{t('who')}</legend>
        <div className="choices">
          {people.map((one) => (
            <label key={one.id} className="choice">
              <input
                type="radio"
                name={id}
                checked={personId === one.id}
                disabled={hasLink(one.id)}
                onChange={() => choose(one.id)}
              />
              <span>
                {one.name}
                <span className="hint">
                  {[t('quotes', { count: one.count }), hasLink(one.id) && t('has-link')].filter(Boolean).join(' · ')}
                </span>
              </span>
            </label>
          ))}
          <label className="choice">
            <input type="radio" name={id} checked={personId === ''} onChange={() => choose('')} />
            <span>{t('somebody-else')}</span>
          </label>
        </div>
      </fieldset>
      {personId === '' && (
        <FieldLayout id={`${id}-name`} label={t('name')} hint={t('name-hint')}>
          {(tied) => (
            <input
              {...tied}
              className="input"
              value={fields.name}
              maxLength={100}
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </FieldLayout>
      )}
      <FieldLayout id={`${id}-email`} label={t('email')} hint={t('email-hint')}>
        {(tied) => (
          <input
            {...tied}
            className="input"
            type="email"
            value={fields.email}
            maxLength={254}
            autoComplete="off"
            onChange={(event) => change({ email: event.target.value.trim() })}
          />
        )}
      </FieldLayout>
      <LinkDays
        legend={t('days')}
        days={days}
        nameOf={(count) => t('day-count', { count })}
        chosen={fields.days}
        onChange={(count) => change({ days: count })}
      />
      <FieldLayout id={`${id}-greeting`} label={t('greeting')} hint={t('greeting-hint')}>
        {(tied) => (
          <textarea
            {...tied}
            className="input"
            rows={2}
            value={fields.greeting}
            maxLength={1_000}
            onChange={(event) => change({ greeting: event.target.value })}
          />
        )}
      </FieldLayout>
      {trouble && (
        <p className="bad" role="alert">
          {trouble}
        </p>
      )}
      <LinkWays
        texts={{ mail: t('send-mail'), link: t('make-link'), cancel: t('cancel') }}
        canMail={signOffs.canMail}
        isPending={isPending}
        onSend={(way) => void send(way)}
        onClose={onClose}
      />
    </form>
  )
}
