'use client'
import { Button } from '#components/ui/button.tsx'
import { type Option, Select } from '#components/ui/form/choice-field.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useLanguageNames, useLocale, useText } from '#components/ui/messages.tsx'
import { inLanguage, type Language } from '#lib/locale.ts'
import { PositionDates } from './position-dates.tsx'
import type { PositionRow } from './positions-editor.tsx'

interface Props {
  row: PositionRow
  /** The name of the row in the form, as `roles.0`. */
  name: string
  organisations: Option[]
  languages: Language[]
  onInput: (to: Partial<PositionRow>) => void
  onDone: () => void
  onRemove: () => void
}

export function PositionFields({ row, name, organisations, languages, onInput, onDone, onRemove }: Props) {
  const t = useText('people')
  const names = useLanguageNames()
  const { language } = useLocale()
  const organisation = organisations.find((option) => option.value === row.organisationId)?.label
  const legend = [inLanguage(row.title, language) || t('new-role'), organisation].filter(Boolean).join(', ')
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className={languages.length > 1 ? 'two' : undefined}>
        {languages.map((code) => (
          <TextField
            key={code}
            name={`${name}.title.${code}`}
            label={languages.length > 1 ? t('title-in', { language: names(code) }) : t('title')}
            lang={code}
            value={row.title[code] ?? ''}
            onChange={(event) => onInput({ title: { ...row.title, [code]: event.currentTarget.value } })}
          />
        ))}
      </div>
      <Select
        name={`${name}.organisationId`}
        label={t('organisation')}
        aside={
          <a href="/studio/organisations/new" target="_blank" rel="noopener">
            {t('new-organisation')}
          </a>
        }
        options={organisations}
        placeholder={t('choose-organisation')}
        value={row.organisationId}
        onChange={(event) => onInput({ organisationId: event.currentTarget.value })}
      />
      <PositionDates row={row} name={name} onInput={onInput} />
      <div className="filters">
        <Button small onClick={onDone}>
          {t('done')}
        </Button>
        <Button small look="quiet" icon="trash" onClick={onRemove}>
          {t('remove-role')}
          <span className="vh"> {legend}</span>
        </Button>
      </div>
    </fieldset>
  )
}
