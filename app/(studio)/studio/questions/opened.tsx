import { ButtonLink, SubmitButton } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { Select } from '#components/ui/form/choice-field.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { TextArea } from '#components/ui/form/text-field.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { may } from '#db/permissions.ts'
import type { ListedQuestion, ThreadEntry } from '#db/questions/queue.ts'
import type { Delivery } from '#db/schema/outbox.ts'
import type { User } from '#db/schema/users.ts'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { formatPhone, telHref } from '#lib/phone.ts'
import { countdown } from '#lib/time/countdown.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { zoneName } from '#lib/time/zone.ts'
import { answer, close, erase, handOver, note, reopen, take } from './actions.ts'
import styles from './questions.module.css'
import { Thread } from './thread.tsx'
import { aboutTitle, askerOf, endOf, firstName, questionTitle } from './words.ts'

interface Props {
  question: ListedQuestion
  thread: ThreadEntry[]
  receipt: Delivery | undefined
  members: User[]
  user: User
  mayTake: boolean
  isOnDuty: boolean
  /** For how many days a closed question is kept. */
  keptDays: number
  clock: StudioClock
}

/** One question, with what has been written in it and what can be done with it. */
export function Opened(props: Props) {
  const { question, thread, receipt, user, mayTake, keptDays, clock } = props
  const t = translator(clock.language, 'questions')
  const { id, heldBy, holder, heldSince, closedAt, erasedAt } = question
  const isOthers = heldBy !== null && heldBy !== user.id
  const answers = !closedAt && !isOthers && (heldBy === user.id || mayTake)
  // A form is new when what was written in it has been stored, and only then.
  const answered = thread.filter(({ kind }) => kind === 'answer').length
  const noted = thread.filter(({ kind, authorId }) => kind === 'note' && authorId === user.id).length
  return (
    <section className={styles.opened} aria-labelledby="question">
      <div>
        <p className="muted">
          {[t('number', { number: question.number }), askerOf(question)].filter(Boolean).join(' · ')}
        </p>
        <h2 id="question" tabIndex={-1} lang={erasedAt ? undefined : question.language}>
          {questionTitle(question, clock)}
        </h2>
      </div>
      <Facts {...props} />
      {isOthers && !closedAt && (
        <p className="notice">
          <Icon name="clock" />
          <span>
            <b>{t('taken-by', { name: holder ?? '', when: heldSince ? whenName(heldSince, clock) : '' })}</b>{' '}
            {t(may(user, 'hand-over-question', question) ? 'taken-by-editor' : 'taken-by-text', { name: holder ?? '' })}
          </span>
        </p>
      )}
      {!erasedAt && <Thread question={question} thread={thread} receipt={receipt} clock={clock} />}
      {closedAt && <p className="muted">{endOf(question, clock)}</p>}
      {!heldBy && !closedAt && mayTake && (
        <ActionForm action={take.bind(null, id)} className="" askBeforeLeaving={false}>
          <SubmitButton>{t('take')}</SubmitButton>
        </ActionForm>
      )}
      {answers && <Answer key={`answer-${answered}`} question={question} hasAnswer={answered > 0} clock={clock} />}
      {!erasedAt && (
        <ActionForm key={`note-${noted}`} action={note.bind(null, id)} className={styles.write}>
          <TextArea
            name="note"
            label={t('note')}
            hint={t('note-hint', { name: firstName(question) })}
            rows={2}
            max={5_000}
          />
          <div className={styles.acts}>
            <SubmitButton look="plain" small>
              {t('note-save')}
            </SubmitButton>
          </div>
        </ActionForm>
      )}
      {!erasedAt && <End question={question} user={user} keptDays={keptDays} clock={clock} />}
    </section>
  )
}

function Facts({ question, members, user, isOnDuty, clock }: Props) {
  const t = translator(clock.language, 'questions')
  const { id, deadline, closedAt, phone, email, about, heldBy, holder, heldSince } = question
  const zone = zoneName(clock.now, clock.timeZone, clock.language)
  const isOver = deadline <= clock.now
  const since = { when: heldSince ? whenName(heldSince, clock) : '', name: holder ?? '' }
  const others = members.filter((member) => member.id !== heldBy)
  const handsOver = !closedAt && may(user, 'hand-over-question', question)
  return (
    <dl className="facts-of wide">
      <dt>{t('needs')}</dt>
      <dd>
        <b className={isOver && !closedAt ? styles.late : undefined}>{whenName(deadline, clock)}</b>
        {!closedAt && (
          <span className="m">
            {isOver ? t('late', { zone }) : t('left', { left: countdown(deadline, clock), zone })}
          </span>
        )}
      </dd>
      {(phone || email) && <dt>{t('reach')}</dt>}
      {(phone || email) && (
        <dd>
          {phone && <a href={telHref(phone, clock.timeZone)}>{formatPhone(phone, clock.language, clock.timeZone)}</a>}
          {email && <span className="m">{email}</span>}
        </dd>
      )}
      <dt>{t('concerns')}</dt>
      <dd>
        {about ? (
          <a href={`/studio/releases/${about.id}`} lang={about.language}>
            {aboutTitle(about, clock)}
          </a>
        ) : (
          t('something-else')
        )}
      </dd>
      <dt>{t('held-by')}</dt>
      <dd>
        {heldBy ? t(heldBy === user.id ? 'you-since' : 'name-since', since) : t('free')}{' '}
        {handsOver && (
          <ConfirmDialog
            trigger={t('hand-over')}
            small
            question={t('hand-over-to')}
            confirm={t('hand-over')}
            danger={false}
            action={handOver.bind(null, id)}
          >
            <Select
              name="to"
              label={t('hand-over-to')}
              placeholder={t('choose')}
              options={others.map((member) => ({ value: member.id, label: member.name }))}
            />
          </ConfirmDialog>
        )}
        {!closedAt && heldBy && heldBy !== user.id && (handsOver || (isOver && isOnDuty)) && (
          <ActionForm action={handOver.bind(null, id)} className={styles.inline} askBeforeLeaving={false}>
            <input type="hidden" name="to" value={user.id} />
            <SubmitButton look="plain" small>
              {t('take-over')}
            </SubmitButton>
          </ActionForm>
        )}
      </dd>
    </dl>
  )
}

/** What is written to whoever asked, and the other ways to close the question. */
function Answer({ question, hasAnswer, clock }: { question: ListedQuestion; hasAnswer: boolean; clock: StudioClock }) {
  const t = translator(clock.language, 'questions')
  const { id, email, language } = question
  const name = firstName(question)
  const canMail = email !== '' && env.mailServer !== undefined
  return (
    <>
      {canMail ? (
        <ActionForm action={answer.bind(null, id)} className={styles.write}>
          <TextArea
            name="answer"
            label={t('answer')}
            hint={t('answer-hint', { name })}
            rows={6}
            max={10_000}
            lang={language}
          />
          <div className={styles.acts}>
            <SubmitButton icon="send" name="closes" value="yes">
              {t('send-and-close', { name })}
            </SubmitButton>
            <SubmitButton look="plain">{t('send')}</SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <p className="notice">
          <Icon name="warn" />
          <span>{t(email ? 'no-mail' : 'no-email')}</span>
        </p>
      )}
      <div className={styles.acts}>
        {!canMail && email && <ButtonLink href={`mailto:${email}`}>{t('write-self', { email })}</ButtonLink>}
        <ActionForm action={close.bind(null, id, 'called')} className={styles.inline} askBeforeLeaving={false}>
          <SubmitButton look="plain" icon="phone">
            {t('called')}
          </SubmitButton>
        </ActionForm>
        {hasAnswer && (
          <ActionForm action={close.bind(null, id, 'answered')} className={styles.inline} askBeforeLeaving={false}>
            <SubmitButton look="plain">{t('close-answered')}</SubmitButton>
          </ActionForm>
        )}
        <ConfirmDialog
          trigger={t('leave')}
          question={t('leave-question')}
          confirm={t('leave')}
          danger={false}
          action={close.bind(null, id, 'unanswered')}
        >
          <p>{t('leave-text')}</p>
          <TextArea name="reason" label={t('reason')} hint={t('reason-hint')} rows={2} />
        </ConfirmDialog>
      </div>
    </>
  )
}

/** Opening a closed question again, and erasing what is in one before its time. */
function End({ question, user, keptDays, clock }: Pick<Props, 'question' | 'user' | 'keptDays' | 'clock'>) {
  const t = translator(clock.language, 'questions')
  const { id, closedAt } = question
  const until = closedAt && new Date(closedAt.getTime() + keptDays * 86_400_000)
  const reopens = closedAt && may(user, 'hand-over-question', question)
  const erases = may(user, 'keep-questions')
  return (
    <>
      {until && <p className="muted">{t('erased-on', { when: whenName(until, clock) })}</p>}
      {(reopens || erases) && (
        <div className={styles.acts}>
          {reopens && (
            <ActionForm action={reopen.bind(null, id)} className={styles.inline} askBeforeLeaving={false}>
              <SubmitButton look="plain" small>
                {t('reopen')}
              </SubmitButton>
            </ActionForm>
          )}
          {erases && (
            <ConfirmDialog
              trigger={t('erase')}
              triggerIcon="trash"
              small
              question={t('erase-question')}
              confirm={t('erase')}
              action={erase.bind(null, id)}
            >
              <p>{t('erase-text')}</p>
            </ConfirmDialog>
          )}
        </div>
      )}
    </>
  )
}
