'use client'
import { Button } from '#components/ui/button.tsx'
import type { NamedChoice } from '#components/ui/choice/in-order.ts'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useLanguageNames, useLocale, useText } from '#components/ui/messages.tsx'
import { inLanguage, type Language } from '#lib/locale.ts'
import { OrganisationField } from './organisation-field.tsx'
import { PositionDates } from './position-dates.tsx'
import type { PositionRow } from './positions-editor.tsx'

interface Props {
  row: PositionRow
  /** The name of the row in the form, as `roles.0`. */
  name: string
  organisations: NamedChoice[]
  languages: Language[]
  onInput: (to: Partial<PositionRow>) => void
  onMakeOrganisation: (name: string) => Promise<string | undefined>
  onDone: () => void
  onRemove: () => void
}

export function PositionFields({ row, name, organisations, languages, onInput, onDone, onRemove, ...acts }: Props) {
  const t = useText('people')
  const names = useLanguageNames()
  const { language } = useLocale()
  const organisation = organisations.find(({ id }) => id === row.organisationId)?.name
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
      <OrganisationField
        name={`${name}.organisationId`}
        value={row.organisationId}
        organisations={organisations}
        onChange={(organisationId) => onInput({ organisationId })}
        onMake={acts.onMakeOrganisation}
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
