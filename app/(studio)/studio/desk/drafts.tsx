import { ButtonLink } from '#components/ui/button.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { publishBlockers } from '#lib/checks/blockers.ts'
import { documentText } from '#lib/document/rich-text.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { titleOf } from '../title-of.ts'
import { ReleaseRow } from './release-row.tsx'
import { DeskSection } from './section.tsx'

/** The drafts that the member has begun, with what still stops their publication. */
export function Drafts({ releases, clock }: { releases: ListedRelease[]; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  return (
    <DeskSection
      id="drafts"
      heading={t('my-drafts')}
      count={releases.length}
      more={{ href: '/studio/releases?status=draft', label: t('all-drafts') }}
      empty={releases.length === 0 && { heading: t('no-drafts'), text: t('no-drafts-text') }}
    >
      <ul className="rows">
        {releases.map((release) => (
          <Draft key={release.id} release={release} clock={clock} />
        ))}
      </ul>
    </DeskSection>
  )
}

async function Draft({ release, clock }: { release: ListedRelease; clock: StudioClock }) {
  const t = translator(clock.language, 'studio')
  const draft = (await getDraft(release.id))?.draft
  const words = draft ? (documentText(draft.body).match(/\S+/g)?.length ?? 0) : 0
  const blockers = draft ? publishBlockers(draft).length : 0
  return (
    <ReleaseRow
      release={release}
      language={clock.language}
      facts={
        <>
          {t('saved-when', { when: whenName(release.updatedAt, clock) })} ·{' '}
          {translator(clock.language, 'kinds')(release.kind)} · {t('words', { count: words })}
          {blockers > 0 && (
            <>
              {' · '}
              <span className="todo">{t('blockers', { count: blockers })}</span>
            </>
          )}
        </>
      }
    >
      <ButtonLink href={`/studio/releases/${release.id}`}>
        {t('continue')}
        <span className="vh"> {t('with', { title: titleOf(release, clock.language) })}</span>
      </ButtonLink>
    </ReleaseRow>
  )
}
