import { Fragment, type ReactNode } from 'react'
import { ButtonLink, SubmitButton } from '#components/ui/button.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { DeadLink } from '#db/links/dead-links.ts'
import type { GivenUp } from '#db/outbox/deliveries.ts'
import type { Late } from '#db/outbox/late.ts'
import { type Member, may } from '#db/permissions.ts'
import type { TextToReview } from '#db/releases/published/review-date.ts'
import type { ExpiringPortrait, StatementReminders } from '#db/reminders.ts'
import type { LogCheck } from '#db/schema/events.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { dayNumber, daysBetween, monthName } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { hurry, retry } from '../actions.ts'
import { leave } from './actions.ts'
import styles from './problems.module.css'
import { DeskSection } from './section.tsx'

interface Props {
  portraits: ExpiringPortrait[]
  statements: StatementReminders
  /** The texts whose day to be looked at again has come. */
  toReview: TextToReview[]
  givenUp: GivenUp[]
  late: Late[]
  deadLinks: DeadLink[]
  /** The last check of the audit log, when it found it broken. */
  brokenLog: LogCheck | undefined
  member: Member
  clock: StudioClock
}

/** Problems that will come unless somebody acts, such as a consent that expires or mail that did not arrive. */
export function Problems({
  portraits,
  statements,
  toReview,
  givenUp,
  late,
  deadLinks,
  brokenLog,
  member,
  clock,
}: Props) {
  const t = translator(clock.language, 'studio')
  const today = isoDay(clock.now, clock.timeZone)
  const count =
    portraits.length +
    toReview.length +
    (statements.review ? 1 : 0) +
    (statements.unhandled ? 1 : 0) +
    givenUp.length +
    late.length +
    deadLinks.length +
    (brokenLog ? 1 : 0)
  const written = (day: string) => `${dayNumber(day)} ${monthName(day, clock.language)} ${day.slice(0, 4)}`
  return (
    <DeskSection
      id="problems"
      heading={t('problems')}
      count={count}
      empty={count === 0 && { heading: t('no-problems'), text: t('no-problems-text') }}
    >
      <ul className="rows">
        {brokenLog && <BrokenLog check={brokenLog} clock={clock} />}
        {toReview.map(({ id, title, language, on, note }) => (
          <Problem
            key={id}
            icon="clock"
            heading={
              <a className="t" href={`/studio/releases/${id}`} lang={language}>
                {title.replaceAll('\u00ad', '')}
              </a>
            }
            text={[t('look-again', { day: written(on) }), note].filter(Boolean).join(' · ')}
            act={
              <ButtonLink small href={`/studio/releases/${id}`}>
                {t('look-again-open')}
                <span className="vh"> {title.replaceAll('\u00ad', '')}</span>
              </ButtonLink>
            }
          />
        ))}
        {portraits.map(({ id, name, until }) => (
          <Problem
            key={id}
            heading={
              <a className="t" href={`/studio/people/${id}#field-portraitUntil`}>
                {until < today
                  ? t('consent-ended', { name })
                  : t('consent-ends', { name, days: daysBetween(today, until) })}
              </a>
            }
            text={t(until < today ? 'hidden-since' : 'hidden-after', { day: written(until) })}
            act={
              <ButtonLink small href={`/studio/people/${id}#field-portraitUntil`}>
                {t('renew')}
                <span className="vh"> {t('consent-of', { name })}</span>
              </ButtonLink>
            }
          />
        ))}
        {statements.review && (
          <Problem
            heading={<b className="t">{t(statements.review.dueOn <= today ? 'review-overdue' : 'review-due')}</b>}
            text={t('review-text', { day: written(statements.review.assessedOn) })}
            act={
              may(member, 'edit-settings') && (
                <ButtonLink small href="/studio/settings/accessibility">
                  {t('review')}
                </ButtonLink>
              )
            }
          />
        )}
        {statements.unhandled > 0 && (
          <Problem
            icon="comment"
            heading={
              <a className="t" href="/studio/feedback">
                {t('feedback-waiting', { count: statements.unhandled })}
              </a>
            }
            text={t('feedback-text')}
            act={
              <ButtonLink small href="/studio/feedback">
                {t('feedback-read')}
              </ButtonLink>
            }
          />
        )}
        {givenUp.map((delivery) => (
          <GivenUpDelivery
            key={`${delivery.kind} ${delivery.recipient}`}
            delivery={delivery}
            mayRetry={may(member, 'retry-deliveries')}
            language={clock.language}
          />
        ))}
        {late.map((one) => (
          <LateDelivery key={one.kind} late={one} mayRetry={may(member, 'retry-deliveries')} clock={clock} />
        ))}
        {deadLinks.map((link) => (
          <DeadLinkProblem
            key={link.id}
            link={link}
            mayLeave={may(member, 'leave-links')}
            written={written}
            language={clock.language}
          />
        ))}
      </ul>
    </DeskSection>
  )
}

interface ProblemProps {
  icon?: 'warn' | 'comment' | 'clock'
  heading: ReactNode
  text: ReactNode
  textClass?: string | undefined
  /** The link or button that solves the problem. */
  act: ReactNode
}

const Problem = ({ icon = 'warn', heading, text, textClass = '', act }: ProblemProps) => (
  <li>
    <Icon name={icon} small />
    <div>
      {heading}
      <p className={`m ${textClass}`.trim()}>{text}</p>
    </div>
    {act && <div className="do">{act}</div>}
  </li>
)

const ActButton = ({ action, children }: { action: FormAction; children: ReactNode }) => (
  <ActionForm action={action} className="" askBeforeLeaving={false}>
    <SubmitButton look="plain" small>
      {children}
    </SubmitButton>
  </ActionForm>
)

/** The audit log is not as it was written. */
function BrokenLog({ check, clock }: { check: LogCheck; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  return (
    <Problem
      heading={
        <a className="t" href="/studio/log">
          {t('log-broken')}
        </a>
      }
      text={t('log-broken-text', { when: whenName(check.at, clock) })}
      act={
        <ButtonLink small href="/studio/log">
          {t('log-show')}
        </ButtonLink>
      }
    />
  )
}

/** A delivery that has been given up, with the last error and a button to try again. */
function GivenUpDelivery(props: { delivery: GivenUp; mayRetry: boolean; language: Language }) {
  const { kind, recipient, count, lastError } = props.delivery
  const t = translator(props.language, 'studio')
  return (
    <Problem
      heading={<b className="t">{t('given-up', { kind, count })}</b>}
      text={
        <>
          {t('given-up-text', { recipient })} <span lang="en">{lastError || '–'}</span>
        </>
      }
      textClass={styles.answer}
      act={
        props.mayRetry && (
          <ActButton action={retry.bind(null, kind, recipient)}>
            {t('retry')}
            <span className="vh"> {recipient}</span>
          </ActButton>
        )
      }
    />
  )
}

/** What the server is still trying to send, or does not come to. */
function LateDelivery({ late, mayRetry, clock }: { late: Late; mayRetry: boolean; clock: StudioClock }) {
  const { kind, count, since, nextAt, lastError, mayHurry } = late
  const t = translator(clock.language, 'studio')
  return (
    <Problem
      icon="clock"
      heading={<b className="t">{t('late-out', { kind, count })}</b>}
      text={
        <>
          {t('late-since', { since: whenName(since, clock) })}{' '}
          {nextAt && t('late-next', { next: whenName(nextAt, clock) })} {lastError && t('late-answer')}{' '}
          {lastError && <span lang="en">{lastError}</span>}
        </>
      }
      textClass={styles.answer}
      act={mayRetry && mayHurry && <ActButton action={hurry.bind(null, kind)}>{t('retry-now')}</ActButton>}
    />
  )
}

/** A link that leads nowhere, with each place where it stands and a button for one that is right nevertheless. */
function DeadLinkProblem(props: {
  link: DeadLink
  mayLeave: boolean
  written: (day: string) => string
  language: Language
}) {
  const { id, url, nights, since, status, movedTo, places } = props.link
  const t = translator(props.language, 'studio')
  const answer = status === 404 || status === 410 ? 'gone' : status === null ? 'silent' : 'failed'
  return (
    <Problem
      heading={
        <b className={`t ${styles.answer}`}>
          {t('dead-link')} <a href={url}>{url}</a>
        </b>
      }
      text={
        <>
          {t('dead-link-text', { answer, status: status ?? 0, nights, since: props.written(since) })}{' '}
          {movedTo && `${t('dead-link-moved', { to: movedTo })} `}
          {places.map(({ href, title, language, words, under }) => (
            <Fragment key={JSON.stringify([href, words, under])}>
              {t.rich(words ? (under ? 'dead-link-under' : 'dead-link-words') : 'dead-link-in', {
                ...{ words, under },
                where: () => (
                  <a href={href} lang={language}>
                    {title.replaceAll('\u00ad', '')}
                  </a>
                ),
              })}{' '}
            </Fragment>
          ))}
        </>
      }
      textClass={styles.answer}
      act={
        props.mayLeave && (
          <ActButton action={leave.bind(null, id)}>
            {t('dead-link-leave')}
            <span className="vh"> {url}</span>
          </ActButton>
        )
      }
    />
  )
}
