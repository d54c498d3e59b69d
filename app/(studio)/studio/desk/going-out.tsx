import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import { languageName } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { countdown } from '#lib/time/countdown.ts'
import { capital, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { zoneName } from '#lib/time/zone.ts'
import { titleOf } from '../title-of.ts'
import { DeskSection } from './section.tsx'

/** The scheduled releases, soonest first: when, in which zone, and how long there is left. */
export function GoingOut({ releases, clock }: { releases: ListedRelease[]; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  const kindName = translator(clock.language, 'kinds')
  const nameOf = (code: Language) => languageName(code, clock.language)
  return (
    <DeskSection
      id="going-out"
      heading={t('going-out')}
      count={releases.length}
      empty={releases.length === 0 && { heading: t('none-going-out'), text: t('none-going-out-text') }}
    >
      <ol className="soon">
        {releases.map(
          (release) =>
            release.publishAt && (
              <li key={release.id}>
                <p className="when">
                  <b>
                    <time dateTime={release.publishAt.toISOString()}>
                      {capital(whenName(release.publishAt, clock))}
                    </time>{' '}
                    <span className="zone">{zoneName(release.publishAt, clock.timeZone, clock.language)}</span>
                  </b>
                  <span className="in">{countdown(release.publishAt, clock)}</span>
                </p>
                <a className="t" href={`/studio/releases/${release.id}`} lang={release.language}>
                  {titleOf(release, clock.language)}
                </a>
                <p className="m">
                  <StatusGlyph displayStatus={release.displayStatus} />
                  {[kindName(release.kind), nameOf(release.language)].join(' · ')}
                </p>
              </li>
            ),
        )}
      </ol>
    </DeskSection>
  )
}
