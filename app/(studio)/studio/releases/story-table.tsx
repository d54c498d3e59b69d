import { SelectBox, SelectPageBox } from '#components/list/select-box.tsx'
import { SortHead } from '#components/list/sort-head.tsx'
import { Initials } from '#components/ui/brand-mark.tsx'
import { StatusLabel } from '#components/ui/status-glyph.tsx'
import type { ListedRelease, ListedReview } from '#db/releases/list.ts'
import type { ListedStudioStory, StoryOrder } from '#db/releases/stories.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { capital, type StudioClock, whenName } from '#lib/time/phrases.ts'
import { nextColumnOrder, sortedBy } from '../column-order.ts'
import { ReviewDue } from '../review-due.tsx'
import { holderText, shapeOf, standingName } from '../review-note.ts'
import { titleOf } from '../title-of.ts'
import { firstStoryOrders, releaseListPath, type SearchParams } from './filter.ts'
import { LanguageStates } from './language-states.tsx'

interface Props {
  stories: ListedStudioStory[]
  languages: Language[]
  behind: Map<string, number>
  clock: StudioClock
  asked: SearchParams
  order: StoryOrder
}

export function StoryTable({ stories, languages, clock, behind, asked, order }: Props) {
  const t = translator(clock.language, 'releases')
  const kindName = translator(clock.language, 'kinds')
  const stateName = translator(clock.language, 'statuses')
  const head = (by: StoryOrder['by']) => ({
    href: releaseListPath({ ...asked, sort: nextColumnOrder(by, order, firstStoryOrders), page: undefined }),
    sorted: sortedBy(by, order),
  })
  const columns = { title: 'title', status: 'status', writer: 'author', changed: 'changed' } as const
  const caption =
    order.by === 'changed' && order.isDescending ? t('caption') : t('sorted-by', { column: t(columns[order.by]) })
  return (
    <table className="sheet">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-check">
            <SelectPageBox />
          </th>
          <SortHead {...head('title')}>{t('title')}</SortHead>
          <SortHead {...head('status')}>{t('status')}</SortHead>
          <th scope="col">{t('language')}</th>
          <SortHead {...head('writer')} className="c-who">
            {t('author')}
          </SortHead>
          <SortHead {...head('changed')}>{t('changed')}</SortHead>
        </tr>
      </thead>
      <tbody>
        {stories.map(({ shown, versions, topic }) => (
          <tr key={shown.storyId}>
            <td className="c-check">
              <SelectBox id={shown.storyId} name={titleOf(shown, clock.language)} />
            </td>
            <td className="c-title">
              <a className="t" href={`/studio/releases/${shown.id}`} lang={shown.language}>
                {titleOf(shown, clock.language)}
              </a>
              <p className="m">{[kindName(shown.kind), topic].filter(Boolean).join(' · ')}</p>
            </td>
            <td className="c-status">
              <StatusLabel displayStatus={shapeOf(shown)}>
                {shown.displayStatus === 'draft' && shown.review
                  ? standingName(shown.review, clock.language)
                  : stateName(
                      shown.isUnderEmbargo
                        ? 'embargo'
                        : shown.displayStatus === 'changed'
                          ? 'live'
                          : shown.displayStatus,
                    )}
              </StatusLabel>
              <p className="m">{stateNote(shown, clock)}</p>
            </td>
            <td className="c-lang">
              <LanguageStates
                versions={versions}
                languages={languages}
                interfaceLanguage={clock.language}
                behind={behind}
              />
            </td>
            <td className="c-who">
              {shown.author && (
                <span className="who">
                  <Initials name={shown.author} />
                  {shown.author}
                </span>
              )}
              {shown.review && <WithWhom review={shown.review} clock={clock} />}
            </td>
            <td className="c-when">
              <time dateTime={shown.updatedAt.toISOString()}>{capital(whenName(shown.updatedAt, clock))}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** With whom a text lies, and until when. */
function WithWhom({ review, clock }: { review: ListedReview; clock: StudioClock }) {
  const who = holderText(review, clock.language)
  return (
    <p className="m">
      {who}
      {who && review.dueAt && ', '}
      <ReviewDue review={review} clock={clock} />
    </p>
  )
}

/** Says when, and of what goes out by itself whether it is what stands in the draft. */
function stateNote(release: ListedRelease, clock: StudioClock): string {
  const t = translator(clock.language, 'releases')
  const { displayStatus, goingOut, withdrawnAt, publishAt, review } = release
  const then = (date: Date | null | undefined) => (date ? whenName(date, clock) : '')
  const notes = {
    draft: review ? t('by-when', { name: review.by, when: then(review.at) }) : '',
    scheduled: then(goingOut?.at),
    live: then(publishAt),
    changed: goingOut ? t('changes-go-out', { when: then(goingOut.at) }) : t('changed-not-published'),
    withdrawn: goingOut ? t('goes-out-again', { when: then(goingOut.at) }) : then(withdrawnAt),
  }
  const standing = displayStatus !== 'draft' && review && standingName(review, clock.language)
  return [notes[displayStatus], standing, goingOut?.leavesOut && t('leaves-out')].filter(Boolean).join(' · ')
}
