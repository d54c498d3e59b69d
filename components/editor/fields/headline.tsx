'use client'
import { useText } from '#components/ui/messages.tsx'
import type { Block } from '#lib/document/rich-text.ts'
import { countGraphemes, lettersWithin } from '#lib/graphemes.ts'
import { type HeadedText, headedText } from '#lib/import/headed-text.ts'
import { GrowingText } from './growing-text.tsx'
import { pastedBlocks, pastedWhole } from './pasted-blocks.ts'

/** How many letters of a headline search engines usually show. */
const shownInResults = 65
const maxLetters = 300

interface Props {
  value: string
  onChange: (value: string) => void
  /** Called by Enter: goes on to the lead. */
  onNext: () => void
  /** How many points of a pasted text the lead has room for. */
  maxPoints: number
  /** Called with a pasted text of several paragraphs, whose first has become part of the headline. */
  onText: (text: HeadedText) => void
  /** Called with what is pasted where nothing has been written. Returns whether it was taken as a whole text. */
  onWhole: (blocks: Block[]) => boolean
}

export function Headline({ value, onChange, onNext, maxPoints, onText, onWhole }: Props) {
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
        maxLength={maxLetters}
        placeholder={t('headline')}
        aria-describedby="headline-length"
        onChange={(event) => onChange(event.target.value.replace(/\s*\n+\s*/g, ' '))}
        onPaste={(event) => {
          if (onWhole(pastedWhole(event.clipboardData))) return event.preventDefault()
          const text = headedText(pastedBlocks(event.clipboardData), { maxTitle: maxLetters, maxPoints })
          if (!text) return
          event.preventDefault()
          const { selectionStart, selectionEnd } = event.currentTarget
          const title = value.slice(0, selectionStart) + text.title + value.slice(selectionEnd)
          onText({ ...text, title: lettersWithin(title, maxLetters) })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onNext()
        }}
      />
      <p className="under-title" id="headline-length">
        <span>{t('headline-length', { count: countGraphemes(value), most: shownInResults })}</span>
      </p>
    </>
  )
}
