import { ListLink } from '#components/list/list-link.tsx'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { ChainProblem } from '#db/events/verify.ts'
import type { LogCheck } from '#db/schema/events.ts'
import { formatNumber } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { isoDay } from '#lib/time/format.ts'
import { longDay, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { checkNow } from './actions.ts'
import { logPath } from './filter.ts'

interface Props {
  check: LogCheck | undefined
  /** The moment of the first post. */
  began: Date | null
  clock: StudioClock
}

/** Whether the chain over the log is whole, and when that was last looked at. */
export function ChainNotice({ check, began, clock }: Props) {
  const { language, timeZone } = clock
  const t = translator(language, 'audit-log')
  const number = (count: number) => formatNumber(count, language)
  return (
    <div className={`notice chain ${check ? (check.problem ? 'warn' : 'ok') : ''}`}>
      <Icon name={check ? (check.problem ? 'warn' : 'check') : 'clock'} />
      {!check && <p>{t('unchecked')}</p>}
      {check && !check.problem && (
        <p>
          <b>{t('whole')}</b>{' '}
          {t('whole-text', {
            posts: check.posts,
            day: began ? longDay(isoDay(began, timeZone), language) : '–',
          })}
        </p>
      )}
      {check?.problem && (
        <p>
          <b>{check.brokenAt === null ? t('broken') : t('broken-at', { post: number(check.brokenAt) })}</b>{' '}
          {t(`problem-${check.problem as ChainProblem}`)} {t('what-to-do')}
        </p>
      )}
      {check && <span className="m">{t('checked', { when: whenName(check.at, clock) })}</span>}
      {check?.problem && check.brokenAt !== null && (
        <ListLink className="button small" href={logPath({ post: String(check.brokenAt) })}>
          {t('show-post')}
        </ListLink>
      )}
      <ActionForm action={checkNow} className="" askBeforeLeaving={false}>
        <SubmitButton look="plain" small>
          {t('check-now')}
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
