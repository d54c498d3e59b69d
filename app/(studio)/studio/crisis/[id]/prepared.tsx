import { Fragment } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { ListedDuty } from '#db/duties.ts'
import { splitAtBlanks } from '#lib/document/blanks.ts'
import { formatLanguages, formatList } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { dayName, type StudioClock } from '#lib/time/phrases.ts'
import styles from '../crisis.module.css'
import type { StatementText } from '../crisis-page.ts'

interface Props {
  texts: StatementText[]
  onDuty: ListedDuty | undefined
  languages: Language[]
  clock: StudioClock
}

/** How a prepared statement begins, with its blanks marked, and what is ready beforehand. */
export function Prepared({ texts, onDuty, languages, clock }: Props) {
  const t = translator(clock.language, 'crisis')
  const checks = checksOf({ texts, onDuty, languages, clock })
  return (
    <>
      {texts.slice(0, 1).map(({ releaseId, language, title, opening }) => (
        <article key={releaseId} className={styles.statement} aria-label={t('statement')}>
          <p className="muted">{t('starts')}</p>
          <div lang={language}>
            <h2>
              <Marked words={title.trim() || t('untitled')} />
            </h2>
            {opening.map((line) => (
              <p key={line} className="words">
                <Marked words={line} />
              </p>
            ))}
          </div>
        </article>
      ))}
      <section aria-labelledby="h-ready" className={styles.part}>
        <div className="sec-head">
          <h2 id="h-ready">{t('ready')}</h2>
          <span className="n">
            {t('ready-count', { ready: checks.filter(({ isReady }) => isReady).length, total: checks.length })}
          </span>
        </div>
        <ul className={styles.checks}>
          {checks.map(({ text, isReady, href }) => (
            <li key={text}>
              <span className={isReady ? styles.ok : styles.missing}>
                <Icon name={isReady ? 'check' : 'warn'} small />
              </span>
              <span>{text}</span>
              {!isReady && href && (
                <a href={href}>
                  {t('go')}
                  <span className="vh">: {text}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** A line of a statement, with its blanks marked. */
function Marked({ words }: { words: string }) {
  let at = 0
  return splitAtBlanks(words).map(({ text, isBlank }) => {
    const key = at
    at += text.length
    return isBlank ? (
      <mark key={key} className={styles.blank}>
        {text}
      </mark>
    ) : (
      <Fragment key={key}>{text}</Fragment>
    )
  })
}

/** Returns what can be ready before anything has happened, in words, and where to see to what is not. */
function checksOf({ texts, onDuty, languages, clock }: Props) {
  const { language } = clock
  const t = translator(language, 'crisis')
  const named = (codes: string[]) => formatLanguages(codes, language)
  const lacking = (of: (text: StatementText) => boolean) => texts.filter(of)
  const missing = languages.filter((code) => !texts.some((text) => text.language === code))
  const blocked = lacking(({ isBlocked }) => isBlocked)
  const silent = lacking(({ contacts }) => contacts.length === 0)
  const unread = lacking(({ approval }) => !approval)
  const people = [...new Set(texts.flatMap(({ contacts }) => contacts))]
  const editor = (text = texts[0]) => text && `/studio/releases/${text.releaseId}`
  const spokenBy = (some: StatementText[]) => named(some.map((text) => text.language))
  return [
    missing.length
      ? { isReady: false, text: t('missing-languages', { languages: named(missing) }), href: editor() }
      : { isReady: true, text: t('ready-languages', { languages: named(languages) }), href: undefined },
    blocked.length
      ? { isReady: false, text: t('missing-blocks', { languages: spokenBy(blocked) }), href: editor(blocked[0]) }
      : { isReady: true, text: t('ready-blocks'), href: undefined },
    unread.length
      ? { isReady: false, text: t('missing-approval', { languages: spokenBy(unread) }), href: editor(unread[0]) }
      : { isReady: true, text: t('ready-approval', approvalIn(texts, clock)), href: undefined },
    silent.length
      ? { isReady: false, text: t('missing-contact', { languages: spokenBy(silent) }), href: editor(silent[0]) }
      : { isReady: true, text: t('ready-contact', { name: formatList(people, language) }), href: undefined },
    onDuty
      ? { isReady: true, text: t('ready-duty', { name: onDuty.name }), href: undefined }
      : { isReady: false, text: t('missing-duty'), href: '/studio/on-call' },
  ]
}

/** Who has approved the texts, and since when all of them are. */
function approvalIn(texts: StatementText[], clock: StudioClock) {
  const given = texts.flatMap(({ approval }) => approval ?? [])
  const last = new Date(Math.max(...given.map(({ at }) => at.getTime())))
  return { name: formatList([...new Set(given.map(({ by }) => by))], clock.language), when: dayName(last, clock) }
}
