'use client'
/** Asks who says a quote that nobody stands at, or that several may have said. */
import { useId } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { formatChoice } from '#lib/format.ts'
import { excerpt } from '#lib/graphemes.ts'
import type { QuotePart } from '#lib/import/whole-text/parts.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import { personOf, type Sheet } from './sheet.ts'

const shown = 40

interface Props {
  part: QuotePart
  sheet: Sheet
  onAnswer: (who: string) => void
}

export function OpenQuote({ part, sheet, onAnswer }: Props) {
  const t = useText('reading')
  const id = useId()
  const { language } = useLocale()
  const { people } = usePickers()
  const number = sheet.parts.filter(({ kind }) => kind === 'quote').indexOf(part) + 1
  const names = part.candidates.map((key) => personOf(sheet, key)?.name ?? '')
  // Those whose name stands there come first.
  const read = sheet.people.toSorted((a, b) => rank(part, a.key) - rank(part, b.key))
  const others = people.filter((person) => !sheet.people.some((one) => one.id === person.id))
  return (
    <li className="is-warn">
      <Icon name="warn" small />
      <div>
        <label htmlFor={id}>
          {t('open-quote', { number, words: excerpt(part.words, shown) })}
          <span className="why">
            {names.length > 0 ? t('one-of', { names: formatChoice(names, language) }) : t('nobody-named')}
          </span>
        </label>
        <select
          id={id}
          className="input"
          value=""
          onChange={(event) => event.target.value && onAnswer(event.target.value)}
        >
          <option value="">{t('who-says')}</option>
          <optgroup label={t('in-text')}>
            {read.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </optgroup>
          {others.length > 0 && (
            <optgroup label={t('others')}>
              {others.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </div>
    </li>
  )
}

const rank = ({ candidates }: QuotePart, key: string): number => (candidates.includes(key) ? 0 : 1)
