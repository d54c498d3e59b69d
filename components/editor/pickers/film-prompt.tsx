'use client'
/** The dialog that asks for the address of a film. Imported only on demand. */
import { useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { FieldLayout } from '#components/ui/form/field-layout.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type Film, filmAt } from '../document/embed.ts'
import { Prompt } from './prompt.tsx'

export function FilmPrompt({ onFilm, onClose }: { onFilm: (film: Film) => void; onClose: () => void }) {
  const t = useText('editor')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string>()
  const submit = () => {
    const film = filmAt(typed)
    if (film) onFilm(film)
    else setError(t('film-unknown'))
  }
  return (
    <Prompt heading={t('film-insert')} onClose={onClose} onSubmit={submit}>
      <FieldLayout id={id} label={t('address')} hint={t('film-hint')} error={error} announced>
        {(tied) => (
          <input
            {...tied}
            className="input"
            value={typed}
            maxLength={2_000}
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            // A dialog with one field starts in it.
            ref={(field) => field?.focus()}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </FieldLayout>
      <div className="btns">
        <Button type="submit" look="primary">
          {t('insert')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </Prompt>
  )
}
