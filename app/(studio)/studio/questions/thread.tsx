import type { ReactNode } from 'react'
import type { ListedQuestion, ThreadEntry } from '#db/questions/queue.ts'
import type { Delivery } from '#db/schema/outbox.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { fateOf } from '../mail-fate.ts'
import styles from './questions.module.css'

interface Props {
  question: ListedQuestion
  thread: ThreadEntry[]
  receipt: Delivery | undefined
  clock: StudioClock
}

/** The question and what has been written since, oldest first, with what became of each mail. */
export function Thread({ question, thread, receipt, clock }: Props) {
  const t = translator(clock.language, 'questions')
  const asked = whenName(question.createdAt, clock)
  return (
    <div className={styles.thread}>
      <Said who={t('asked-when', { when: asked })} text={question.text} language={question.language}>
        {receipt?.givenUpAt && (
          <p className={styles.failed}>
            {t('receipt-failed')} <span lang="en">{receipt.lastError || '–'}</span>
          </p>
        )}
      </Said>
      {thread.map(({ id, kind, text, author, createdAt, mail }) => (
        <Said
          key={id}
          who={t(kind === 'answer' ? 'answered-when' : 'noted-when', {
            name: author,
            when: whenName(createdAt, clock),
          })}
          text={text}
          language={kind === 'answer' ? question.language : undefined}
          isNote={kind === 'note'}
        >
          {mail && (
            <p className={mail.givenUpAt ? styles.failed : 'muted'}>
              {fateOf(mail, clock)} {mail.lastError && <span lang="en">{mail.lastError}</span>}
            </p>
          )}
        </Said>
      ))}
    </div>
  )
}

interface SaidProps {
  who: string
  text: string
  language: Language | undefined
  isNote?: boolean
  children?: ReactNode
}

const Said = ({ who, text, language, isNote = false, children }: SaidProps) => (
  <div className={isNote ? styles.noted : styles.said}>
    <p className={styles.facts}>{who}</p>
    <blockquote lang={language}>{text}</blockquote>
    {children}
  </div>
)
