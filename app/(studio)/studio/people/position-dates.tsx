'use client'
import { FieldError } from '#components/ui/form/field-layout.tsx'
import { useField } from '#components/ui/form/form-context.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { inLanguage } from '#lib/locale.ts'
import type { PositionRow } from './positions-editor.tsx'

interface Props {
  row: PositionRow
  /** The name of the row in the form, as `roles.0`. */
  name: string
  onInput: (to: Partial<PositionRow>) => void
}

/** The months from and until, side by side under one hint; errors of both stand above them. */
export function PositionDates({ row, name, onInput }: Props) {
  const t = useText('people')
  const { language } = useLocale()
  const title = inLanguage(row.title, language)
  const inSummary = (label: string) => [label, title].filter(Boolean).join(', ')
  const since = useField(`${name}.since`, inSummary(t('since')))
  const end = useField(`${name}.until`, inSummary(t('until')))
  const hint = `${since.id}-hint`
  const described = (error: string | undefined, id: string) => [error && `${id}-error`, hint].filter(Boolean).join(' ')
  return (
    <div className={since.error || end.error ? 'field has-error' : 'field'}>
      <p className="hint" id={hint}>
        {t('month-hint')}
      </p>
      {since.error && <FieldError id={`${since.id}-error`}>{since.error}</FieldError>}
      {end.error && <FieldError id={`${end.id}-error`}>{end.error}</FieldError>}
      <div className="dates">
        <div className="field">
          <label htmlFor={since.id}>{t('since')}</label>
          <input
            className="input num"
            id={since.id}
            name={`${name}.since`}
            value={row.since}
            inputMode="numeric"
            autoComplete="off"
            aria-invalid={since.error ? true : undefined}
            aria-describedby={described(since.error, since.id)}
            onChange={(event) => onInput({ since: event.currentTarget.value })}
          />
        </div>
        {row.isOver && (
          <div className="field">
            <label htmlFor={end.id}>{t('until')}</label>
            <input
              className="input num"
              id={end.id}
              name={`${name}.until`}
              value={row.until}
              inputMode="numeric"
              autoComplete="off"
              aria-invalid={end.error ? true : undefined}
              aria-describedby={described(end.error, end.id)}
              onChange={(event) => onInput({ until: event.currentTarget.value })}
            />
          </div>
        )}
        <label className="choice">
          <input
            type="checkbox"
            checked={!row.isOver}
            onChange={(event) => onInput({ isOver: !event.currentTarget.checked })}
          />
          <span>{t('ongoing')}</span>
        </label>
      </div>
    </div>
  )
}
