'use client'
/** Says who is told of what becomes of an embargo, and takes words to them. */
import { useId } from 'react'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { formatList } from '#lib/format.ts'
import type { Holder } from './use-embargo.ts'
import './embargo.css'

interface Props {
  held: Holder[]
  greeting: string
  onGreeting: (text: string) => void
}

export function ToldHolders({ held, greeting, onGreeting }: Props) {
  const t = useText('embargo-links')
  const { language } = useLocale()
  const id = useId()
  const names = (has: boolean) =>
    formatList(
      held.filter(({ email }) => (email !== '') === has).map(({ name }) => name),
      language,
    )
  const [told, untold] = [names(true), names(false)]
  return (
    <div className="told-holders">
      {told && <p>{t('told', { names: told })}</p>}
      {untold && <p>{t('untold', { names: untold })}</p>}
      <div className="field">
        <label htmlFor={id}>{t('greeting')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('greeting-hint')}
        </p>
        <textarea
          className="input"
          id={id}
          rows={2}
          maxLength={1_000}
          aria-describedby={`${id}-hint`}
          value={greeting}
          onChange={(event) => onGreeting(event.target.value)}
        />
      </div>
    </div>
  )
}
