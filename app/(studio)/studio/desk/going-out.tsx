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

/**
 * What goes out by itself, soonest first: when, in which zone, and how long there is left. The title is that of the text
 * that goes out.
 */
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
            release.goingOut && (
              <li key={release.id}>
                <p className="when">
                  <b>
                    <time dateTime={release.goingOut.at.toISOString()}>
                      {capital(whenName(release.goingOut.at, clock))}
                    </time>{' '}
                    <span className="zone">{zoneName(release.goingOut.at, clock.timeZone, clock.language)}</span>
                  </b>
                  <span className="in">{countdown(release.goingOut.at, clock)}</span>
                </p>
                <a className="t" href={`/studio/releases/${release.id}`} lang={release.language}>
                  {titleOf({ ...release, title: release.goingOut.title }, clock.language)}
                </a>
                <p className="m">
                  <StatusGlyph displayStatus={release.displayStatus} />
                  <span>
                    {[kindName(release.kind), nameOf(release.language), whatGoesOut(release, t)]
                      .filter(Boolean)
                      .join(' · ')}
                    {release.goingOut.leavesOut && (
                      <>
                        {' · '}
                        <span className="todo">{translator(clock.language, 'releases')('leaves-out')}</span>
                        {' · '}
                        <a href={`/studio/releases/${release.id}/history?from=${release.goingOut.revisionId}`}>
                          {t('see-changes')}
                          <span className="vh"> {t('see-changes-of', { title: release.goingOut.title })}</span>
                        </a>
                      </>
                    )}
                  </span>
                </p>
              </li>
            ),
        )}
      </ol>
    </DeskSection>
  )
}

/** Says what it is where it is not published for the first time. */
function whatGoesOut(
  { displayStatus, isUnderEmbargo }: ListedRelease,
  t: ReturnType<typeof translator<'studio'>>,
): string {
  if (isUnderEmbargo) return t('under-embargo')
  if (displayStatus === 'scheduled') return ''
  return t(displayStatus === 'withdrawn' ? 'goes-out-again' : 'change-goes-out')
}
