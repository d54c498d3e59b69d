'use client'
import { useState } from 'react'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { fillBlanks } from '#lib/document/blanks.ts'
import { emptyDocument } from '#lib/document/rich-text.ts'
import { languageName } from '#lib/format.ts'
import { capital } from '#lib/time/phrases.ts'
import styles from '../crisis.module.css'
import type { StatementText } from '../crisis-page.ts'

/** The blanks of a version, and its headline as it will read. */
export function BlankFields({ text, isOnly }: { text: StatementText; isOnly: boolean }) {
  const t = useText('crisis')
  const { language } = useLocale()
  const [values, setValues] = useState<Record<string, string>>({})
  const filled = Object.entries(values).map(([name, value]) => ({ name, value }))
  const head = { title: text.title, slug: '', lead: [], summary: '', place: '', byline: '', hero: null }
  const { title } = fillBlanks({ ...head, body: emptyDocument }, filled)
  return (
    <fieldset className={styles.blanks}>
      <legend className={isOnly ? 'vh' : undefined}>
        {t('blanks-in', { language: languageName(text.language, language) })}
      </legend>
      <p className={styles.title} lang={text.language} data-title>
        {title}
      </p>
      {text.blanks.map((name, index) => (
        <div key={name}>
          <input type="hidden" name={`blanks.${text.language}.${index}.name`} value={name} />
          <TextField
            name={`blanks.${text.language}.${index}.value`}
            label={name ? capital(name) : t('blank')}
            lang={text.language}
            data-blank={name}
            onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
          />
        </div>
      ))}
    </fieldset>
  )
}
