'use client'
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { useText } from '#components/ui/messages.tsx'

/** The same as `linkDays` in db, which decides. */
const days = [1, 7, 30]

/** Asks whom a link is for and how long it lasts. `onMake` resolves to undefined, or to why none was made. */
export function LinkForm({ onMake }: { onMake: (name: string, days: number) => Promise<string | undefined> }) {
  const t = useText('preview')
  const id = useId()
  const [name, setName] = useState('')
  const [lasts, setLasts] = useState(7)
  const [trouble, setTrouble] = useState<string>()
  const [isPending, setPending] = useState(false)
  const make = async () => {
    if (isPending) return
    if (!name.trim()) return setTrouble(t('link-name-missing'))
    setPending(true)
    const refused = await onMake(name, lasts)
    setPending(false)
    setTrouble(refused)
    if (!refused) setName('')
  }
  return (
    <form
      className="link-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <FieldLayout id={id} label={t('link-name')} hint={t('link-name-hint')} error={trouble} announced>
        {(tied) => (
          <input
            {...tied}
            className="input"
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FieldLayout>
      <fieldset>
        <legend>{t('link-days')}</legend>
        <div className="choices">
          {days.map((count) => (
            <label key={count} className="choice">
              <input type="radio" name={id} checked={lasts === count} onChange={() => setLasts(count)} />
              <span>{t('days', { count })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <Button type="submit" icon="link" disabled={isPending}>
          {t('link-make')}
        </Button>
      </div>
    </form>
  )
}
