import { ButtonLink } from '#components/ui/button.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import { languageName } from '#lib/format.ts'
import { translator } from '#lib/messages.ts'
import { capital, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { pathTo } from '#lib/urls.ts'
import { titleOf } from '../title-of.ts'
import { ReleaseRow } from './release-row.tsx'
import { DeskSection } from './section.tsx'

/** The releases published last. */
export function JustPublished({ releases, clock }: { releases: ListedRelease[]; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  return (
    <DeskSection
      id="just-published"
      heading={t('just-published')}
      more={{ href: '/studio/releases?status=live', label: t('all-published') }}
      empty={releases.length === 0 && { heading: t('none-published'), text: t('none-published-text') }}
    >
      <ul className="rows">
        {releases.map((release) => (
          <Published key={release.id} release={release} clock={clock} />
        ))}
      </ul>
    </DeskSection>
  )
}

function Published({ release, clock }: { release: ListedRelease; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  const title = titleOf(release, clock.language)
  const isChanged = release.displayStatus === 'changed'
  const facts = [
    release.publishAt && capital(whenName(release.publishAt, clock)),
    translator(clock.language, 'kinds')(release.kind),
    languageName(release.language, clock.language),
  ]
  return (
    <ReleaseRow
      release={release}
      language={clock.language}
      facts={
        <>
          {facts.filter(Boolean).join(' · ')}
          {isChanged && (
            <>
              {' · '}
              <span className="todo">{changesText(release, clock)}</span>
            </>
          )}
        </>
      }
    >
      {isChanged ? (
        <ButtonLink look="quiet" href={`/studio/releases/${release.id}`}>
          {t('continue')}
          <span className="vh"> {t('with', { title })}</span>
        </ButtonLink>
      ) : (
        <ButtonLink look="quiet" icon="external" href={pathTo(release.language, 'news', release.slug ?? '')}>
          {t('show')}
          <span className="vh"> {title}</span>
        </ButtonLink>
      )}
    </ReleaseRow>
  )
}

function changesText({ goingOut, updatedAt }: ListedRelease, clock: StudioClock): string {
  if (!goingOut) return translator(clock.language, 'studio')('changes-since', { when: whenName(updatedAt, clock) })
  const t = translator(clock.language, 'releases')
  const goes = t('changes-go-out', { when: whenName(goingOut.at, clock) })
  return goingOut.leavesOut ? `${goes}, ${t('leaves-out')}` : goes
}
