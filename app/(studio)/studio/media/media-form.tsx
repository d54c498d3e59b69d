'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { type Option, Select } from '#components/ui/form/choice-field.tsx'
import { DateField } from '#components/ui/form/date-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { useForm } from '#components/ui/form/form-context.tsx'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import { useLanguageNames, useText } from '#components/ui/messages.tsx'
import type { Language, Localized } from '#lib/locale.ts'
import type { LibraryFile } from '#lib/media/library-item.ts'
import { saveMediaAction } from './actions.ts'
import { FocalPoint } from './focal-point.tsx'
import styles from './media-form.module.css'

interface Props {
  file: LibraryFile
  said: { terms: string; takenAt: string; version: number }
  languages: Language[]
  licences: Option[]
  sourceTypes: Option[]
  readOnly: boolean
}

export function MediaForm({ file, said, languages, licences, sourceTypes, readOnly }: Props) {
  const t = useText('media')
  return (
    <ActionForm
      action={saveMediaAction.bind(null, file.id)}
      version={said.version}
      className={styles.form}
      label={t('about', { name: file.filename })}
    >
      <fieldset className={styles.form} disabled={readOnly}>
        {readOnly && <p className="notice">{t('read-only')}</p>}
        {file.kind === 'image' ? (
          <>
            <FocalPoint image={file} />
            <PerLanguage name="alt" label="alt" hint={t('alt-hint')} texts={file.alt} languages={languages} />
          </>
        ) : (
          <PerLanguage name="title" label="title" hint={t('title-hint')} texts={file.title} languages={languages} />
        )}
        <PerLanguage
          name="caption"
          label={file.kind === 'image' ? 'caption' : 'description'}
          texts={file.caption}
          languages={languages}
        />
        <TextField name="credit" label={t(file.kind === 'image' ? 'credit' : 'source')} defaultValue={file.credit} />
        <Select
          name="licence"
          label={t('licence')}
          placeholder={t('choose-licence')}
          options={licences}
          defaultValue={file.licence}
        />
        <TextArea name="terms" label={t('terms')} hint={t('terms-hint')} rows={2} defaultValue={said.terms} />
        {file.kind === 'image' && (
          <>
            <DateField name="takenAt" label={t('taken-at')} defaultValue={said.takenAt} />
            <Select
              name="digitalSourceType"
              label={t('source-type')}
              hint={t('source-type-hint')}
              placeholder={t('choose-source-type')}
              options={sourceTypes}
              defaultValue={file.digitalSourceType}
            />
          </>
        )}
        {!readOnly && <Save />}
      </fieldset>
    </ActionForm>
  )
}

interface PerLanguageProps {
  name: 'alt' | 'title' | 'caption'
  label: 'alt' | 'title' | 'caption' | 'description'
  hint?: string
  texts: Localized
  languages: Language[]
}

function PerLanguage({ name, label, hint, texts, languages }: PerLanguageProps) {
  const t = useText('media')
  const names = useLanguageNames()
  return languages.map((language) => {
    const field = {
      name: `${name}.${language}`,
      label: t(label, { language: names(language) }),
      hint: language === languages[0] && hint,
      lang: language,
      defaultValue: texts[language],
    }
    return name === 'title' ? <TextField key={language} {...field} /> : <TextArea key={language} rows={2} {...field} />
  })
}

function Save() {
  const t = useText('forms')
  const { changedAt, savedAt } = useForm()
  return (
    <div className={styles.save}>
      <SubmitButton />
      <span className="facts">{!changedAt && savedAt && t('saved')}</span>
    </div>
  )
}
