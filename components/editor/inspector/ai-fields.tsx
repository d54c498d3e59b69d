'use client'
/** Asks how AI was used in a text: not at all, or for what. Nothing is chosen for its writer. */
import { useId, useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { type AiStatement, aiUses, tickUse } from '#lib/document/ai-use.ts'

interface Props {
  ai: AiStatement | null
  language: string
  onChange: (ai: AiStatement | null) => void
}

export function AiFields({ ai, language, onChange }: Props) {
  const t = useText('ai')
  const id = useId()
  // What was written stays while its writer ticks and unticks.
  const [kept, setKept] = useState(ai?.note ?? '')
  const { uses = [], note = kept } = ai ?? {}
  const isUnused = ai !== null && uses.length === 0
  return (
    <fieldset className="field">
      <legend>{t('legend')}</legend>
      <p className="hint" id={`${id}-hint`}>
        {t('hint')}
      </p>
      <div className="choices">
        <label className="choice">
          <input
            type="checkbox"
            name="ai"
            aria-describedby={`${id}-hint`}
            checked={isUnused}
            onChange={() => onChange(isUnused ? null : { uses: [], note })}
          />
          <span>{t('not-used')}</span>
        </label>
        {aiUses.map((use) => (
          <label className="choice" key={use}>
            <input
              type="checkbox"
              checked={uses.includes(use)}
              onChange={({ target }) => onChange(tickUse({ uses, note }, use, target.checked))}
            />
            <span>{t(`choices.${use}`)}</span>
          </label>
        ))}
      </div>
      {ai && (
        <div className="field">
          <label htmlFor={`${id}-note`}>{t('note')}</label>
          <p className="hint" id={`${id}-note-hint`}>
            {t('note-hint')}
          </p>
          <textarea
            className="input"
            id={`${id}-note`}
            rows={2}
            maxLength={300}
            lang={language}
            aria-describedby={`${id}-note-hint`}
            value={note}
            onChange={({ target }) => {
              setKept(target.value)
              onChange({ uses, note: target.value })
            }}
          />
        </div>
      )}
    </fieldset>
  )
}
