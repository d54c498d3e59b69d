import type { ListedStatus } from '#db/releases/list.ts'
import type { translator } from '#lib/messages.ts'
import { releaseListPath, type SearchParams, statuses } from './filter.ts'

interface Props {
  counts: Record<ListedStatus | 'all' | 'review', number>
  /** How many texts lie in the trash. */
  trashed: number
  asked: SearchParams
  t: ReturnType<typeof translator<'releases'>>
}

/** The statuses as tabs, each with the number of its stories. */
export function Views({ counts, trashed, asked: query, t }: Props) {
  const isReview = query.review === 'review' && !query.status
  const view = (status: ListedStatus | undefined) => {
    const isCurrent = status ? query.status === status : !isReview && !statuses.some((known) => known === query.status)
    return (
      <a
        key={status ?? 'all'}
        href={releaseListPath({ ...query, status, review: isReview ? undefined : query.review, page: undefined })}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {t(`view-${status ?? 'all'}`)} <span className="n">{counts[status ?? 'all']}</span>
      </a>
    )
  }
  return (
    <nav className="views" aria-label={t('views')}>
      {[undefined, 'draft' as const].map(view)}
      <a
        href={releaseListPath({ ...query, status: undefined, review: 'review', page: undefined })}
        aria-current={isReview ? 'page' : undefined}
      >
        {t('view-review')} <span className="n">{counts.review}</span>
      </a>
      {statuses.filter((status) => status !== 'draft').map(view)}
      <a href="/studio/crisis">{t('view-crisis')}</a>
      <a href="/studio/trash">
        {t('view-trash')} <span className="n">{trashed}</span>
      </a>
    </nav>
  )
}
