import type { ReleaseStatus } from '#db/releases.ts'
import type { translator } from '#lib/messages.ts'
import { type Asked, addressOf, statuses } from './filter.ts'

interface Props {
  counts: Record<ReleaseStatus | 'all', number>
  asked: Asked
  t: ReturnType<typeof translator<'releases'>>
}

/** The statuses as tabs, each with the number of its stories. */
export function Views({ counts, asked, t }: Props) {
  const view = (status: ReleaseStatus | undefined) => {
    const isCurrent = status ? asked.status === status : !statuses.some((known) => known === asked.status)
    return (
      <a
        key={status ?? 'all'}
        href={addressOf({ ...asked, status, page: undefined })}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {t(`view-${status ?? 'all'}`)} <span className="n">{counts[status ?? 'all']}</span>
      </a>
    )
  }
  return (
    <nav className="views" aria-label={t('views')}>
      {[undefined, ...statuses].map(view)}
    </nav>
  )
}
