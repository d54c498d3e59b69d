import { ButtonLink, SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { ListedQuestion } from '#db/questions/queue.ts'
import type { User } from '#db/schema/users.ts'
import { translator } from '#lib/messages.ts'
import { countdown } from '#lib/time/countdown.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { take } from './actions.ts'
import styles from './questions.module.css'
import { questionsPath } from './questions-page.ts'
import { aboutTitle, endOf, questionTitle } from './words.ts'

interface Props {
  questions: ListedQuestion[]
  /** Where in the list they stand, so that opening one leaves the list as it is. */
  place: { view: 'open' | 'closed'; page: number }
  openId: string
  user: User
  mayTake: boolean
  clock: StudioClock
}

/** How long before its deadline a question is marked. */
const soon = 2 * 3_600_000

/** The questions that need an answer, what is due first first. */
export function Queue({ questions, place, openId, user, mayTake, clock }: Props) {
  return (
    <ol className={styles.asked}>
      {questions.map((question) => (
        <li key={question.id} aria-current={question.id === openId ? 'true' : undefined}>
          <Due question={question} clock={clock} />
          <div>
            <QuestionLink question={question} place={place} clock={clock} />
            <p className={styles.facts}>
              <Asker question={question} clock={clock} />
            </p>
            <p className={styles.facts}>
              <Holder question={question} user={user} clock={clock} />
            </p>
          </div>
          <div className={styles.do}>
            <Act question={question} place={place} user={user} mayTake={mayTake} clock={clock} />
          </div>
        </li>
      ))}
    </ol>
  )
}

function Due({ question: { deadline }, clock }: { question: ListedQuestion; clock: StudioClock }) {
  const t = translator(clock.language, 'questions')
  const isOver = deadline <= clock.now
  const isSoon = deadline.getTime() - clock.now.getTime() < soon
  return (
    <p className={`${styles.due} ${isSoon ? styles.soon : ''}`.trim()}>
      <b>{isOver ? t('was-due', { when: whenName(deadline, clock) }) : whenName(deadline, clock)}</b>
      {!isOver && <span>{countdown(deadline, clock)}</span>}
    </p>
  )
}

const QuestionLink = ({ question, place, clock }: Pick<Props, 'place' | 'clock'> & { question: ListedQuestion }) => (
  <a className={styles.title} href={questionsPath({ ...place, id: question.id })} lang={question.language}>
    {questionTitle(question, clock)}
  </a>
)

function Asker({ question, clock }: { question: ListedQuestion; clock: StudioClock }) {
  const t = translator(clock.language, 'questions')
  const { name, outlet, createdAt, about } = question
  return (
    <>
      <b>{name}</b>
      {outlet && `, ${outlet}`} · {whenName(createdAt, clock)}
      {about && ` · ${t('about', { title: aboutTitle(about, clock) })}`}
    </>
  )
}

function Holder({
  question: { heldBy, holder },
  user,
  clock,
}: Pick<Props, 'user' | 'clock'> & { question: ListedQuestion }) {
  const t = translator(clock.language, 'questions')
  return (
    <span className="status">
      <StatusGlyph displayStatus={heldBy ? 'review' : 'draft'} />
      {!heldBy ? t('free') : heldBy === user.id ? t('with-you') : t('with', { name: holder ?? '' })}
    </span>
  )
}

function Act({
  question,
  place,
  user,
  mayTake,
  clock,
}: Omit<Props, 'questions' | 'openId'> & { question: ListedQuestion }) {
  const t = translator(clock.language, 'questions')
  const of = <span className="vh"> {t('take-of', { name: question.name })}</span>
  if (!question.heldBy && mayTake)
    return (
      <ActionForm action={take.bind(null, question.id)} className="" askBeforeLeaving={false}>
        <SubmitButton look="plain" small>
          {t('take')}
          {of}
        </SubmitButton>
      </ActionForm>
    )
  return (
    <ButtonLink small href={questionsPath({ ...place, id: question.id })}>
      {t(question.heldBy === user.id ? 'answer-it' : 'open')}
      {of}
    </ButtonLink>
  )
}

/** The questions that are closed, the latest first. */
export function ClosedQuestions({ questions, place, openId, clock }: Omit<Props, 'user' | 'mayTake'>) {
  return (
    <ul className={`${styles.asked} ${styles.closed}`}>
      {questions.map((question) => (
        <li key={question.id} aria-current={question.id === openId ? 'true' : undefined}>
          <StatusGlyph displayStatus={question.closing === 'unanswered' ? 'withdrawn' : 'approved'} />
          <div>
            <QuestionLink question={question} place={place} clock={clock} />
            <p className={styles.facts}>{endOf(question, clock)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
