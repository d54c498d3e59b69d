import { ButtonLink, SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { DeskQuestion } from '#db/questions/queue.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { FewRows } from '../desk/few-rows.tsx'
import { DeskSection } from '../desk/section.tsx'
import { handOver, take } from './actions.ts'
import { questionsPath } from './questions-page.ts'
import { askerOf, questionTitle } from './words.ts'

interface Props {
  questions: DeskQuestion[]
  memberId: string
  mayTake: boolean
  clock: StudioClock
}

/** The questions from the press that wait for the member or for anybody, and those of anybody that are past their deadline. */
export function DeskQuestions({ questions, memberId, mayTake, clock }: Props) {
  const t = translator(clock.language, 'questions')
  if (questions.length === 0) return null
  return (
    <DeskSection
      id="questions"
      heading={t('questions')}
      count={questions.length}
      more={{ href: questionsPath({}), label: t('see-all') }}
      empty={false}
    >
      <FewRows language={clock.language}>
        {questions.map((question) => (
          <Row key={question.id} question={question} memberId={memberId} mayTake={mayTake} clock={clock} />
        ))}
      </FewRows>
    </DeskSection>
  )
}

function Row({ question, memberId, mayTake, clock }: Omit<Props, 'questions'> & { question: DeskQuestion }) {
  const t = translator(clock.language, 'questions')
  const { id, deadline, heldBy, holder, language } = question
  const isOver = deadline <= clock.now
  const when = whenName(deadline, clock)
  const who = !heldBy ? t('free') : heldBy === memberId ? t('with-you') : t('with', { name: holder ?? '' })
  const of = <span className="vh"> {t('take-of', { name: question.name })}</span>
  return (
    <li>
      <Icon name={isOver ? 'warn' : 'comment'} small />
      <div>
        <a className="t" href={questionsPath({ id })} lang={language}>
          {questionTitle(question, clock)}
        </a>
        <p className="m">
          {isOver ? <b className="late">{t('was-due', { when })}</b> : `${t('needs')} ${when}`}
          {` · ${who} · ${askerOf(question)}`}
        </p>
      </div>
      <div className="do">
        {!heldBy && mayTake ? (
          <ActionForm action={take.bind(null, id)} className="" askBeforeLeaving={false}>
            <SubmitButton look="plain" small>
              {t('take')}
              {of}
            </SubmitButton>
          </ActionForm>
        ) : isOver && mayTake && heldBy !== memberId ? (
          <ActionForm action={handOver.bind(null, id)} className="" askBeforeLeaving={false}>
            <input type="hidden" name="to" value={memberId} />
            <SubmitButton look="plain" small>
              {t('take-over')}
              {of}
            </SubmitButton>
          </ActionForm>
        ) : (
          <ButtonLink small href={questionsPath({ id })}>
            {t(heldBy === memberId ? 'answer-it' : 'open')}
            {of}
          </ButtonLink>
        )}
      </div>
    </li>
  )
}
