'use client'
/**
 * A field for the accent colour, with its contrast shown at once, and the nearest that passes offered when it does not.
 */
import { checkAccent, nearestPassing } from '#lib/accent.ts'
import { numberFormat } from '#lib/intl.ts'
import { localeOf } from '#lib/locale.ts'
import { Button } from '../button.tsx'
import { Icon } from '../icon.tsx'
import { useLocale, useText } from '../messages.tsx'
import { Field } from './field.tsx'
import { useForm } from './form-context.tsx'

const isColour = (text: string) => /^#[0-9a-f]{6}$/i.test(text)

/** Returns the colour readers would see: the chosen one, or the one proposed instead. */
export const shownAccent = (chosen: string): string =>
  isColour(chosen) ? nearestPassing(chosen.toLowerCase()) : '#2447b2'

export function AccentField({
  name,
  value,
  onChange,
}: {
  name: string
  value: string
  onChange: (colour: string) => void
}) {
  const t = useText('studio')
  const { language } = useLocale()
  const { touch } = useForm()
  const ratio = (number: number) =>
    numberFormat(localeOf(language), { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(number)
  const checked = isColour(value) ? checkAccent(value) : undefined
  const proposed = isColour(value) && !checked?.passes ? nearestPassing(value.toLowerCase()) : undefined
  const choose = (colour: string) => {
    onChange(colour)
    touch()
  }
  return (
    <>
      <Field name={name} label={t('accent')} hint={t('accent-hint')} onTheirs={choose}>
        {({ 'aria-describedby': described, ...tied }) => (
          <div className="swatch-row">
            <input
              type="color"
              aria-label={t('accent-pick')}
              value={isColour(value) ? value : '#000000'}
              onChange={(event) => onChange(event.target.value)}
            />
            <input
              {...tied}
              aria-describedby={`${described} ${tied.id}-contrast`}
              className="input num"
              autoComplete="off"
              spellCheck={false}
              maxLength={7}
              value={value}
              onChange={(event) => onChange(event.target.value.trim())}
            />
          </div>
        )}
      </Field>
      <ul className="passes" id={`field-${name}-contrast`} aria-live="polite">
        {checked && (
          <>
            <li className={checked.passes ? undefined : 'bad'}>
              <Icon name={checked.passes ? 'check' : 'warn'} small />
              <span>
                {t(checked.passes ? 'accent-light-passes' : 'accent-light-fails', { ratio: ratio(checked.light) })}
              </span>
            </li>
            <li>
              <Icon name="check" small />
              <span>{t('accent-dark', { ratio: ratio(checked.dark) })}</span>
            </li>
          </>
        )}
      </ul>
      {proposed && (
        <div>
          <Button onClick={() => choose(proposed)}>
            <span className="swatch" style={{ background: proposed }} />
            {t('accent-use', { colour: proposed.toUpperCase(), ratio: ratio(checkAccent(proposed).light) })}
          </Button>
        </div>
      )}
    </>
  )
}
