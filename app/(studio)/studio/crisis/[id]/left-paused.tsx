import { Icon } from '#components/ui/icon.tsx'
import type { PausedText } from '#db/crisis/pauses.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import styles from '../crisis.module.css'

/** What was paused and has not been scheduled again, once crisis mode is off. */
export function LeftPaused({ waiting, clock }: { waiting: PausedText[]; clock: StudioClock }) {
  const t = translator(clock.language, 'crisis')
  if (waiting.length === 0) return null
  return (
    <section aria-labelledby="h-left">
      <div className="sec-head">
        <h2 id="h-left">{t('left')}</h2>
        <span className="n">{waiting.length}</span>
      </div>
      <div className={styles.form}>
        <p className="muted">{t('left-text')}</p>
        <ul className={styles.statements}>
          {waiting.map(({ id, title, at }) => (
            <li key={id}>
              <Icon name="clock" />
              <div>
                <a href={`/studio/releases/${id}`}>{title}</a>
                <p>{t('left-at', { when: whenName(at, clock) })}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
