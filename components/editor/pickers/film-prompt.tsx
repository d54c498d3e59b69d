'use client'
/** The dialog that asks for the address of a film. Imported only on demand. */
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type Film, filmAt } from '../document/embed.ts'
import { Prompt } from './prompt.tsx'

interface AddressFieldProps {
  label: string
  hint: string
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

function AddressField({ label, hint, value, error, onChange }: AddressFieldProps) {
  const id = useId()
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {error && (
        <p className="error" id={`${id}-error`} role="alert">
          <Icon name="stop" small />
          <span>{error}</span>
        </p>
      )}
      <input
        id={id}
        className="input"
        value={value}
        maxLength={2_000}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        // A dialog with one field starts in it.
        ref={(field) => field?.focus()}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

export function FilmPrompt({ onFilm, onClose }: { onFilm: (film: Film) => void; onClose: () => void }) {
  const t = useText('editor')
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const submit = () => {
    const film = filmAt(typed)
    if (film) onFilm(film)
    else setError(t('film-unknown'))
  }
  return (
    <Prompt heading={t('film-insert')} onClose={onClose} onSubmit={submit}>
      <AddressField label={t('address')} hint={t('film-hint')} value={typed} error={error} onChange={setTyped} />
      <div className="btns">
        <Button type="submit" look="primary">
          {t('insert')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </Prompt>
  )
}
