import { ButtonLink } from '#components/ui/button.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import type { Draft as StoredDraft } from '#db/releases/revisions.ts'
import { publishBlockers } from '#lib/checks/blockers.ts'
import { documentText } from '#lib/document/rich-text.ts'
import { translator } from '#lib/messages.ts'
import { type StudioClock, whenName } from '#lib/time/phrases.ts'
import { titleOf } from '../title-of.ts'
import { ReleaseRow } from './release-row.tsx'
import { DeskSection } from './section.tsx'

interface Props {
  releases: ListedRelease[]
  /** What is written in each. */
  texts: ReadonlyMap<string, { draft: StoredDraft }>
  /** The ids of people of whom something is left to fill in. */
  stubs: Set<string>
  /** Whether the member publishes, or hands over to somebody who does. */
  mayPublish: boolean
  clock: StudioClock
}

/** The drafts that the member has begun, with what still stops their publication. */
export function Drafts({ releases, texts, stubs, mayPublish, clock }: Props) {
  const t = translator(clock.language, 'studio')
  return (
    <DeskSection
      id="drafts"
      heading={t('my-drafts')}
      count={releases.length}
      more={{ href: '/studio/releases?status=draft', label: t('all-drafts') }}
      empty={
        releases.length === 0 && {
          heading: t('no-drafts'),
          text: t(mayPublish ? 'no-drafts-text' : 'no-drafts-contributor'),
        }
      }
    >
      <ul className="rows">
        {releases.map((release) => (
          <Draft key={release.id} release={release} draft={texts.get(release.id)?.draft} stubs={stubs} clock={clock} />
        ))}
      </ul>
    </DeskSection>
  )
}

interface DraftProps extends Pick<Props, 'stubs' | 'clock'> {
  release: ListedRelease
  draft: StoredDraft | undefined
}

function Draft({ release, draft, stubs, clock }: DraftProps) {
  const t = translator(clock.language, 'studio')
  const words = draft ? (documentText(draft.body).match(/\S+/g)?.length ?? 0) : 0
  const blockers = draft ? publishBlockers(draft).length : 0
  const left = draft ? peopleIn(draft).filter((id) => stubs.has(id)).length : 0
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
          {left > 0 && (
            <>
              {' · '}
              <span className="todo">{t('people-to-fill-in', { count: left })}</span>
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

/** Returns the ids of those with a card, a quote or their telephone number in a text, each once. */
const peopleIn = ({ cards, contactIds, body }: StoredDraft): string[] => [
  ...new Set([
    ...cards.map(({ personId }) => personId),
    ...contactIds,
    ...body.content.flatMap((block) => (block.type === 'quote' ? (block.attrs.personId ?? []) : [])),
  ]),
]
