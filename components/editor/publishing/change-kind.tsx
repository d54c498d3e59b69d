'use client'
/** Asks what a change to a text that readers have seen is to them, and what they are to be told. */
import { useId } from 'react'
import { useText } from '#components/ui/messages.tsx'
import type { ChangeKind } from '#db/types.ts'
import type { Language } from '#lib/locale.ts'
import type { AnsweredChange } from './use-publishing.ts'

const kinds: ChangeKind[] = ['small', 'note', 'correction']

interface Props {
  change: AnsweredChange
  language: Language
  onChange: (change: AnsweredChange) => void
}

export function ChangeKindFields({ change, language, onChange }: Props) {
  const t = useText('editor')
  const id = useId()
  const { kind, wrong, text } = change
  return (
    <>
      <fieldset>
        <legend>{t('change-kind')}</legend>
        <div className="choices">
          {kinds.map((one) => (
            <label className="choice" key={one}>
              <input
                type="radio"
                name={`${id}-kind`}
                checked={kind === one}
                onChange={() => onChange({ ...change, kind: one })}
              />
              <span>
                {t(`change-${one}`)}
                <span className="hint">{t(`change-${one}-hint`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      {kind === 'note' && (
        <Words
          label={t('change-new')}
          hint={t('change-new-hint')}
          value={text}
          language={language}
          onChange={(written) => onChange({ ...change, text: written })}
        />
      )}
      {kind === 'correction' && (
        <>
          <Words
            label={t('change-wrong')}
            value={wrong}
            language={language}
            onChange={(written) => onChange({ ...change, wrong: written })}
          />
          <Words
            label={t('change-right')}
            value={text}
            language={language}
            onChange={(written) => onChange({ ...change, text: written })}
          />
        </>
      )}
    </>
  )
}

interface WordsProps {
  label: string
  hint?: string
  value: string
  language: Language
  onChange: (written: string) => void
}

function Words({ label, hint, value, language, onChange }: WordsProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <textarea
        className="input"
        id={id}
        rows={2}
        maxLength={1_000}
        required
        lang={language}
        aria-describedby={hint && `${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
