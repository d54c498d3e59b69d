'use client'
import { useText } from '#components/ui/messages.tsx'
import { GrowingText } from './growing-text.tsx'

/** How many letters of a headline search engines usually show. */
const shownInResults = 65

interface Props {
  value: string
  onChange: (value: string) => void
  /** Called by Enter: goes on to the lead. */
  onNext: () => void
}

export function Headline({ value, onChange, onNext }: Props) {
  const t = useText('editor')
  return (
    <>
      <label className="vh" htmlFor="headline">
        {t('headline')}
      </label>
      <GrowingText
        id="headline"
        className="headline"
        value={value}
        maxLength={300}
        placeholder={t('headline')}
        aria-describedby="headline-length"
        onChange={(event) => onChange(event.target.value.replace(/\s*\n+\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onNext()
        }}
      />
      <p className="under-title" id="headline-length">
        <span>{t('headline-length', { count: value.length, most: shownInResults })}</span>
      </p>
    </>
  )
}
