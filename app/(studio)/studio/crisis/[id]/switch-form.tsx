'use client'
import { useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Checkbox } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { formatLanguages, formatList } from '#lib/format.ts'
import { MomentFields } from '../../calendar/moment-fields.tsx'
import { start } from '../actions.ts'
import styles from '../crisis.module.css'
import type { StatementText } from '../crisis-page.ts'
import { BlankFields } from './blank-fields.tsx'

const question = onDemand(async () => (await import('./switch-question.tsx')).SwitchQuestion)

interface Props {
  storyId: string
  texts: StatementText[]
  /** The titles of the texts that are scheduled. */
  waiting: string[]
  /** The names of the members who are told. */
  told: string[]
  mayRun: boolean
  day: string
  timeZone: string
}

/** The switch: all that it does, the blanks to fill, and a question before anything happens. */
export function SwitchForm({ storyId, texts, waiting, told, mayRun, day, timeZone }: Props) {
  const t = useText('crisis')
  const { language } = useLocale()
  const [asking, setAsking] = useState(false)
  const [empty, setEmpty] = useState<string[]>([])
  const card = useRef<HTMLElement>(null)
  const languages = formatLanguages(
    texts.map((text) => text.language),
    language,
  )
  /** An empty blank is named at once; the server looks again. */
  const ask = () => {
    const inputs = [...(card.current?.querySelectorAll<HTMLInputElement>('input[data-blank]') ?? [])]
    const missing = inputs.filter(({ value }) => !value.trim())
    setEmpty(missing.map(({ dataset }) => `[${dataset.blank}]`))
    setAsking(missing.length === 0)
    missing[0]?.focus()
  }
  const go = () => {
    setAsking(false)
    card.current?.querySelector('form')?.requestSubmit()
  }
  const firstSays = () => card.current?.querySelector('[data-title]')?.textContent ?? ''
  return (
    <section className={styles.card} aria-labelledby="h-switch" ref={card}>
      <h2 id="h-switch">
        <Icon name="bell" />
        {t('switch')}
      </h2>
      <p>{t('switch-does')}</p>
      <ul>
        <li>{t('does-row')}</li>
        <li>{t('does-front', { languages })}</li>
        <li>{t('does-updates')}</li>
        {waiting.length > 0 && <li>{t('does-pause', { count: waiting.length })}</li>}
        <li>{t('does-members')}</li>
      </ul>
      {mayRun ? (
        <ActionForm action={start.bind(null, storyId)} className={styles.form} label={t('switch')}>
          {texts.map((text) => (
            <BlankFields key={text.releaseId} text={text} isOnly={texts.length === 1} />
          ))}
          <fieldset className={styles.promise}>
            <legend>{t('more-by')}</legend>
            <p className="hint">{t('more-by-hint')}</p>
            <MomentFields day={day} time="" timeZone={timeZone} />
          </fieldset>
          {waiting.length > 0 && (
            <Checkbox
              name="pause"
              defaultChecked
              label={t('pause', { count: waiting.length, titles: formatList(waiting, language) })}
            />
          )}
          {empty.length > 0 && (
            <p className="notice warn" role="alert">
              {t('fill-first', { count: empty.length, names: formatList(empty, language) })}
            </p>
          )}
          <Button className={styles.alarm} aria-haspopup="dialog" onPointerEnter={question.expect} onClick={ask}>
            {t('switch-ask')}
          </Button>
          <p className="muted">{t('who-may')}</p>
        </ActionForm>
      ) : (
        <p className="muted">{t('not-you')}</p>
      )}
      {asking && (
        <OnDemand
          part={question}
          title={firstSays()}
          languages={languages}
          told={told.length ? formatList(told, language) : ''}
          onConfirm={go}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  )
}
