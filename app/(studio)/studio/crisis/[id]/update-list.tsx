import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { TextArea, TextField } from '#components/ui/form/text-field.tsx'
import type { ListedUpdate } from '#db/crisis/updates.ts'
import { formatLanguages, languageName } from '#lib/format.ts'
import { type Language, textIn } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { isoMoment } from '#lib/time/format.ts'
import { type StudioClock, whenText } from '#lib/time/phrases.ts'
import { correct } from '../actions.ts'
import styles from '../crisis.module.css'

interface Props {
  updates: ListedUpdate[]
  languages: Language[]
  mayCorrect: boolean
  clock: StudioClock
}

/** The updates as readers see them, the latest first, each with a way to correct it. */
export function UpdateList({ updates, languages, mayCorrect, clock }: Props) {
  const t = translator(clock.language, 'crisis')
  return (
    <section aria-labelledby="h-see" className={styles.part}>
      <div className="sec-head">
        <h2 id="h-see">{t('readers-see')}</h2>
        <span className="n">{updates.length}</span>
      </div>
      {updates.length === 0 && <p className="muted">{t('no-updates')}</p>}
      <ol className={styles.updates}>
        {updates.map((update) => (
          <Row key={update.id} update={update} languages={languages} mayCorrect={mayCorrect} clock={clock} />
        ))}
      </ol>
    </section>
  )
}

function Row({ update, languages, mayCorrect, clock }: Omit<Props, 'updates'> & { update: ListedUpdate }) {
  const { id, at, texts, by, correctedAt } = update
  const t = translator(clock.language, 'crisis')
  const shown = textIn(texts, languages[0] ?? clock.language)
  const time = whenText(at, clock, clock.now)
  const facts = [
    by,
    formatLanguages(Object.keys(texts), clock.language),
    correctedAt && t('corrected-at', { time: whenText(correctedAt, clock, clock.now) }),
  ]
  return (
    <li>
      <time dateTime={isoMoment(at, clock.timeZone)}>{time}</time>
      <div>
        <p className="words" lang={shown.lang ?? languages[0]}>
          {shown.text}
        </p>
        <p className="m">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {mayCorrect && (
        <ConfirmDialog
          small
          trigger={
            <>
              {t('correct')}
              <span className="vh"> {t('correct-of', { time })}</span>
            </>
          }
          question={t('correct-question', { time })}
          confirm={t('correct-confirm')}
          danger={false}
          action={correct.bind(null, id)}
        >
          <p>{t('correct-text')}</p>
          {languages.map((code) => {
            const name = languageName(code, clock.language)
            const several = languages.length > 1
            return (
              <div key={code} className={styles.form}>
                <TextArea
                  name={`texts.${code}`}
                  label={several ? t('known-in', { language: name }) : t('known')}
                  lang={code}
                  defaultValue={texts[code]}
                />
                {texts[code] && (
                  <TextField
                    name={`wrong.${code}`}
                    label={several ? t('wrong-in', { language: name }) : t('wrong')}
                    lang={code}
                  />
                )}
              </div>
            )
          })}
        </ConfirmDialog>
      )}
    </li>
  )
}
