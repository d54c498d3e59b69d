import { ButtonLink, SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { GivenUp } from '#db/outbox/deliveries.ts'
import { type Member, may } from '#db/permissions.ts'
import type { ExpiringPortrait, LawMatters } from '#db/reminders.ts'
import { translator } from '#lib/messages.ts'
import { dayNumber, dayOf, daysBetween, monthName, type StudioClock } from '#lib/time/days.ts'
import { retry } from '../actions.ts'
import styles from './problems.module.css'
import { DeskSection } from './section.tsx'

interface Props {
  portraits: ExpiringPortrait[]
  law: LawMatters
  givenUp: GivenUp[]
  member: Member
  clock: StudioClock
}

/** What will go wrong unless somebody does something. */
export function Problems({ portraits, law, givenUp, member, clock }: Props) {
  const t = translator(clock.language, 'studio')
  const today = dayOf(clock.now, clock.timeZone)
  const count = portraits.length + (law.review ? 1 : 0) + (law.unhandled ? 1 : 0) + givenUp.length
  const written = (day: string) => `${dayNumber(day)} ${monthName(day, clock.language)} ${day.slice(0, 4)}`
  return (
    <DeskSection
      id="problems"
      heading={t('problems')}
      count={count}
      empty={count === 0 && { heading: t('no-problems'), text: t('no-problems-text') }}
    >
      <ul className="rows">
        {portraits.map(({ id, name, until }) => (
          <li key={id}>
            <Icon name="warn" small />
            <div>
              <a className="t" href={`/studio/people/${id}`}>
                {until < today
                  ? t('consent-ended', { name })
                  : t('consent-ends', { name, days: daysBetween(today, until) })}
              </a>
              <p className="m">
                {t(until < today ? 'hidden-since' : 'hidden-after', {
                  day: written(until),
                })}
              </p>
            </div>
            <div className="do">
              <ButtonLink small href={`/studio/people/${id}`}>
                {t('renew')}
                <span className="vh"> {t('consent-of', { name })}</span>
              </ButtonLink>
            </div>
          </li>
        ))}
        {law.review && (
          <li>
            <Icon name="warn" small />
            <div>
              <b className="t">{t(law.review.dueOn <= today ? 'review-overdue' : 'review-due')}</b>
              <p className="m">{t('review-text', { day: written(law.review.assessedOn) })}</p>
            </div>
            {may(member, 'edit-settings') && (
              <div className="do">
                <ButtonLink small href="/studio/settings/accessibility">
                  {t('review')}
                </ButtonLink>
              </div>
            )}
          </li>
        )}
        {law.unhandled > 0 && (
          <li>
            <Icon name="comment" small />
            <div>
              <a className="t" href="/studio/feedback">
                {t('feedback-waiting', { count: law.unhandled })}
              </a>
              <p className="m">{t('feedback-text')}</p>
            </div>
            <div className="do">
              <ButtonLink small href="/studio/feedback">
                {t('feedback-read')}
              </ButtonLink>
            </div>
          </li>
        )}
        {givenUp.map(({ kind, recipient, count, lastError }) => (
          <li key={`${kind} ${recipient}`}>
            <Icon name="warn" small />
            <div>
              <b className="t">{t('given-up', { kind, count })}</b>
              <p className={`m ${styles.answer}`}>
                {t('given-up-text', { recipient })} <span lang="en">{lastError || '–'}</span>
              </p>
            </div>
            {may(member, 'retry-deliveries') && (
              <div className="do">
                <ActionForm action={retry.bind(null, kind, recipient)} className="" askBeforeLeaving={false}>
                  <SubmitButton look="plain" small>
                    {t('retry')}
                    <span className="vh"> {recipient}</span>
                  </SubmitButton>
                </ActionForm>
              </div>
            )}
          </li>
        ))}
      </ul>
    </DeskSection>
  )
}
