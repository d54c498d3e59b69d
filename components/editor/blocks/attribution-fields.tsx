'use client'
/** Fields for how the page names the speaker of a quote: the place, the verb and the words. */
import { useId, useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { verbsIn } from '#lib/document/attribution.ts'
import type { Attribution } from '#lib/document/rich-text.ts'
import { usePickers } from '../pickers/picker-context.tsx'

interface Props {
  attribution: Attribution | null
  /** The proposed name, used until the writer changes it. */
  proposal: string
  onChange: (attribution: Attribution | null) => void
}

const places = ['written', 'after', 'before'] as const

export function AttributionFields({ attribution, proposal, onChange }: Props) {
  const t = useText('editor')
  const id = useId()
  const { language } = usePickers()
  const choose = (place: (typeof places)[number]) => {
    if (place === 'written') return onChange(null)
    onChange({ verb: verbsIn(language)[0] ?? '', named: proposal, ...attribution, place })
  }
  return (
    <fieldset className="attribution">
      <legend>{t('attribution')}</legend>
      {places.map((place) => (
        <label className="choice" key={place}>
          <input
            type="radio"
            name={id}
            checked={(attribution?.place ?? 'written') === place}
            onChange={() => choose(place)}
          />
          <span>{t(`attribution-${place}`)}</span>
        </label>
      ))}
      {attribution && (
        <>
          <Verb verb={attribution.verb} onChange={(verb) => onChange({ ...attribution, verb })} />
          <div className="field">
            <label htmlFor={`${id}-named`}>{t('attribution-named')}</label>
            <input
              className="input"
              id={`${id}-named`}
              lang={language}
              autoComplete="off"
              value={attribution.named}
              maxLength={200}
              onChange={(event) => onChange({ ...attribution, named: event.target.value })}
            />
          </div>
        </>
      )}
    </fieldset>
  )
}

const typed = 'typed'

/** A field for one of the common verbs, or any other. */
function Verb({ verb, onChange }: { verb: string; onChange: (verb: string) => void }) {
  const t = useText('editor')
  const id = useId()
  const { language } = usePickers()
  const common = verbsIn(language)
  const [isTyped, setTyped] = useState(!common.includes(verb))
  const choose = (value: string) => {
    setTyped(value === typed)
    if (value !== typed) onChange(value)
  }
  return (
    <div className="field">
      <label htmlFor={id}>{t('attribution-verb')}</label>
      <select
        className="input"
        id={id}
        lang={language}
        value={isTyped ? typed : verb}
        onChange={(event) => choose(event.target.value)}
      >
        {common.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
        <option value={typed}>{t('attribution-verb-other')}</option>
      </select>
      {isTyped && (
        <input
          className="input"
          aria-label={t('attribution-verb-typed')}
          lang={language}
          autoComplete="off"
          value={verb}
          maxLength={60}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}
