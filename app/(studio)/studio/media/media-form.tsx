'use client'
import { SubmitButton } from '#components/ui/button.tsx'
import { type Option, Select } from '#components/ui/choice-field.tsx'
import { ActionForm } from '#components/ui/form.tsx'
import { useForm } from '#components/ui/form-context.tsx'
import { useText } from '#components/ui/messages.tsx'
import { TextArea, TextField } from '#components/ui/text-field.tsx'
import type { LibraryItem } from '#lib/library-item.ts'
import type { Language } from '#lib/locale.ts'
import { saveMediaAction } from './actions.ts'
import { FocalPoint } from './focal-point.tsx'
import styles from './media-form.module.css'

interface Props {
  image: LibraryItem & { version: number }
  languages: Language[]
  licences: Option[]
  readOnly: boolean
}

export function MediaForm({ image, languages, licences, readOnly }: Props) {
  const t = useText('media')
  const names = useText('language-names')
  return (
    <ActionForm
      action={saveMediaAction.bind(null, image.id)}
      version={image.version}
      className={styles.form}
      label={t('about', { name: image.filename })}
    >
      <fieldset className={styles.form} disabled={readOnly}>
        {readOnly && <p className="notice">{t('read-only')}</p>}
        <FocalPoint image={image} />
        {languages.map((language) => (
          <TextArea
            key={language}
            name={`alt.${language}`}
            label={t('alt', { language: names(language) })}
            hint={language === languages[0] && t('alt-hint')}
            lang={language}
            rows={2}
            defaultValue={image.alt[language]}
          />
        ))}
        {languages.map((language) => (
          <TextArea
            key={language}
            name={`caption.${language}`}
            label={t('caption', { language: names(language) })}
            lang={language}
            rows={2}
            defaultValue={image.caption[language]}
          />
        ))}
        <TextField name="credit" label={t('credit')} defaultValue={image.credit} />
        <Select
          name="licence"
          label={t('licence')}
          placeholder={t('choose-licence')}
          options={licences}
          defaultValue={image.licence}
        />
        {!readOnly && <Save />}
      </fieldset>
    </ActionForm>
  )
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
