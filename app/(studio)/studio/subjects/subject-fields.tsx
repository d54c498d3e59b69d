import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import type { SubjectTexts } from '#db/subjects.ts'
import { type Language, rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import type { SubjectSection } from './actions.ts'

interface Props {
  section: SubjectSection
  texts: SubjectTexts
  languages: Language[]
  /** The language of the user. */
  language: Language
}

/** Name, address and introduction, side by side in the newsroom's languages. */
export function SubjectFields({ section, texts, languages, language }: Props) {
  const t = translator(language, 'subjects')
  const own = translator(language, section)
  return (
    <div className="two">
      {languages.map((code) => (
        <fieldset className="stacked" key={code}>
          <legend>{rulesOf(code).name}</legend>
          <TextField name={`texts.${code}.name`} label={t('name')} defaultValue={texts[code]?.name} lang={code} />
          <TextField
            name={`texts.${code}.slug`}
            label={t('address')}
            hint={texts[code] ? t('address-moves') : t('address-made', { path: pathTo(code, section) })}
            defaultValue={texts[code]?.slug}
            spellCheck={false}
          />
          <TextArea
            name={`texts.${code}.intro`}
            label={t('introduction')}
            hint={own('introduction-hint')}
            defaultValue={texts[code]?.intro}
            max={500}
            lang={code}
          />
        </fieldset>
      ))}
    </div>
  )
}
