import { ButtonLink, SubmitButton } from '#components/ui/button.tsx'
import { ActionForm } from '#components/ui/form/form.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { DutyGap } from '#db/duties/rota.ts'
import { isMember } from '#db/duties/swaps.ts'
import type { ListedDuty } from '#db/duties.ts'
import { may } from '#db/permissions.ts'
import type { User } from '#db/schema/users.ts'
import { translator } from '#lib/messages.ts'
import { formatPhone } from '#lib/phone.ts'
import { isoDay } from '#lib/time/format.ts'
import { capital, clockTime, longDay, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { answer } from '../on-call/actions.ts'
import { hoursText } from '../on-call/on-call-page.ts'
import { DeskSection } from './section.tsx'

interface Props {
  coming: ListedDuty[]
  gaps: DutyGap[]
  deskPhone: string
  member: User
  clock: StudioClock
}

/** The member's own duty, now or next; whether they take over somebody else's; and for editors the hours without anybody. */
export function OnCall({ coming, gaps, deskPhone, member, clock }: Props) {
  const t = translator(clock.language, 'on-call')
  const own = coming.find((duty) => !duty.isGone && isMember(member, duty))
  const asked = coming.filter((duty) => duty.asked && isMember(member, duty.asked))
  const told = may(member, 'edit-rota') ? gaps.slice(0, 1) : []
  if (!own && asked.length + told.length === 0) return null
  const dayOf = (at: Date) => longDay(isoDay(at, clock.timeZone), clock.language, { year: false })
  return (
    <DeskSection
      id="on-call"
      heading={own ? t('yours') : t('heading')}
      more={{ href: '/studio/on-call', label: t('see-rota') }}
      empty={false}
    >
      <ul className="rows">
        {own && <OwnDuty duty={own} deskPhone={deskPhone} clock={clock} />}
        {asked.map((duty) => {
          const about = { name: duty.name, day: dayOf(duty.from), hours: hoursText(duty, clock) }
          return (
            <li key={duty.id}>
              <Icon name="phone" />
              <div>
                <b className="t">{t('asks-you', about)}</b>
              </div>
              <div className="do">
                {[true, false].map((isYes) => (
                  <ActionForm
                    key={String(isYes)}
                    action={answer.bind(null, duty.id, isYes)}
                    className=""
                    askBeforeLeaving={false}
                  >
                    <SubmitButton look={isYes ? 'primary' : 'quiet'} small>
                      {t(isYes ? 'accept' : 'decline')}
                      <span className="vh"> {[about.day, about.hours].join(' ')}</span>
                    </SubmitButton>
                  </ActionForm>
                ))}
              </div>
            </li>
          )
        })}
        {told.map((gap) => (
          <li key={gap.from.getTime()}>
            <Icon name="phone" />
            <div>
              <a className="t" href={`/studio/on-call?week=${gap.day}`}>
                {t('gaps')}
              </a>
              <p className="m todo">
                {t('brief-gaps', { count: gaps.length, day: `${dayOf(gap.from)} ${hoursText(gap, clock)}` })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </DeskSection>
  )
}

function OwnDuty({ duty, deskPhone, clock }: { duty: ListedDuty; deskPhone: string; clock: StudioClock }) {
  const t = translator(clock.language, 'on-call')
  const phone = (duty.deskNumber && deskPhone) || duty.phone || deskPhone
  const until = clockTime(duty.until, clock)
  return (
    <li>
      <Icon name="phone" />
      <div>
        <b className="t">
          {duty.from <= clock.now
            ? t('yours-now', { until })
            : capital(t('yours-next', { when: whenName(duty.from, clock), until }))}
        </b>
        {phone && (
          <p className="m">{t('readers-see', { phone: formatPhone(phone, clock.language, clock.timeZone) })}</p>
        )}
      </div>
      <div className="do">
        <ButtonLink small href={`/studio/on-call?week=${isoDay(duty.from, clock.timeZone)}`}>
          {t('swap')}
        </ButtonLink>
      </div>
    </li>
  )
}
