'use client'
import { useState } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { TextArea } from '#components/ui/form/text-field.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { languageName } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { MomentFields } from '../../calendar/moment-fields.tsx'
import { send } from '../actions.ts'
import styles from '../crisis.module.css'

interface Props {
  storyId: string
  languages: Language[]
  day: string
  timeZone: string
}

/** Writes to readers what is known now, and by when there will be more. */
export function UpdateForm({ storyId, languages, day, timeZone }: Props) {
  const t = useText('crisis')
  const { language } = useLocale()
  const [sent, setSent] = useState(0)
  return (
    <section aria-labelledby="h-new">
      <div className="sec-head">
        <h2 id="h-new">{t('new-update')}</h2>
      </div>
      {/* Empty again once it has been sent, and only then. */}
      <ActionForm
        key={sent}
        action={send.bind(null, storyId)}
        className={styles.form}
        refusedHeading={t('not-sent')}
        onSaved={() => setSent((count) => count + 1)}
      >
        {languages.map((code, index) => (
          <TextArea
            key={code}
            name={`texts.${code}`}
            label={languages.length > 1 ? t('known-in', { language: languageName(code, language) }) : t('known')}
            hint={index === 0 ? t('known-hint') : t('other-hint')}
            lang={code}
            max={2_000}
            rows={index === 0 ? 4 : 2}
          />
        ))}
        <fieldset className={styles.promise}>
          <legend>{t('more-by')}</legend>
          <p className="hint">{t('more-by-hint')}</p>
          <MomentFields day={day} time="" timeZone={timeZone} />
        </fieldset>
        <div>
          <SubmitButton icon="send">{t('send')}</SubmitButton>
        </div>
      </ActionForm>
    </section>
  )
}
