import { ButtonLink } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { ExpiringPortrait } from '#db/desk.ts'
import { translator } from '#lib/messages.ts'
import { dayNumber, dayOf, daysBetween, monthName, type StudioClock } from '#lib/when.ts'
import { DeskSection, Nothing } from './section.tsx'

/** What will go wrong unless somebody does something. */
export function Problems({ portraits, clock }: { portraits: ExpiringPortrait[]; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  const today = dayOf(clock.now, clock.timeZone)
  return (
    <DeskSection id="problems" heading={t('problems')} count={portraits.length}>
      {portraits.length === 0 ? (
        <Nothing heading={t('no-problems')} text={t('no-problems-text')} />
      ) : (
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
                    day: `${dayNumber(until)} ${monthName(until, clock.language)} ${until.slice(0, 4)}`,
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
        </ul>
      )}
    </DeskSection>
  )
}
