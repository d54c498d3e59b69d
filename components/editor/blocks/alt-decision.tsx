'use client'
/** Asks how one use of an image is read aloud: an explicit choice, undecided until it has been made. */
import { useId } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Image } from '#lib/document/rich-text.ts'
import { SameNotes } from '../translation/untranslated.tsx'

type Use = Image['attrs']

interface Props {
  use: Use
  /** The library's proposal, so that it can be told from what somebody wrote here. */
  proposal: string
  onChange: (change: Partial<Pick<Use, 'altDecision' | 'alt'>>) => void
}

export function AltDecision({ use, proposal, onChange }: Props) {
  const t = useText('editor')
  const id = useId()
  const isProposal = use.alt !== '' && use.alt === proposal && use.altDecision === null
  const missing = use.altDecision === 'describe' && !use.alt.trim()
  const open = use.altDecision === null || missing
  const choice = (decision: 'describe' | 'decorative', label: string, hint: string) => (
    <label className="choice">
      <input
        type="radio"
        name={id}
        checked={use.altDecision === decision}
        onChange={() => onChange({ altDecision: decision })}
      />
      <span>
        {label}
        <span className="hint">{hint}</span>
      </span>
    </label>
  )
  return (
    <fieldset className={open ? 'alt' : 'alt decided'} aria-labelledby={`${id}-question`} contentEditable={false}>
      <p className="legend" id={`${id}-question`}>
        <Icon name={open ? 'stop' : 'check'} />
        {t('alt-question')}
      </p>
      <div className="row">
        {choice('describe', t('alt-describe'), t('alt-describe-hint'))}
        {choice('decorative', t('alt-decorative'), t('alt-decorative-hint'))}
      </div>
      {use.altDecision !== 'decorative' && (
        <div className="field">
          <label htmlFor={`${id}-text`}>{t('alt-text')}</label>
          <SameNotes texts={[use.alt]} />
          {isProposal && (
            <p className="hint" id={`${id}-hint`}>
              {t('alt-proposal')}
            </p>
          )}
          {missing && (
            <p className="error" id={`${id}-error`}>
              <Icon name="stop" small />
              {t('alt-missing')}
            </p>
          )}
          <input
            className="input"
            id={`${id}-text`}
            value={use.alt}
            maxLength={1_000}
            aria-describedby={
              [isProposal && `${id}-hint`, missing && `${id}-error`].filter(Boolean).join(' ') || undefined
            }
            aria-invalid={missing || undefined}
            onChange={(event) => onChange({ alt: event.target.value })}
          />
        </div>
      )}
    </fieldset>
  )
}
