import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'

interface Props {
  here: 'all' | 'funders'
  counts: { all: number; funders: number; trash: number }
  /** Whether the member may change what there is, and so sees the funders' own page. */
  mayEdit: boolean
  language: Language
}

/** The lists of organisations: all of them, the funders in their order, and the trash. */
export function OrganisationViews({ here, counts, mayEdit, language }: Props) {
  const t = translator(language, 'organisations')
  const views = [
    ['all', '/studio/organisations', t('view-all'), counts.all],
    ...(mayEdit ? [['funders', '/studio/organisations/funders', t('view-funders'), counts.funders] as const] : []),
    ['trash', '/studio/trash?what=organisation', translator(language, 'lists')('trash'), counts.trash],
  ] as const
  return (
    <nav className="views" aria-label={t('heading')}>
      {views.map(([key, href, label, count]) => (
        <a key={key} href={href} aria-current={key === here ? 'page' : undefined}>
          {label} <span className="n">{count}</span>
        </a>
      ))}
    </nav>
  )
}
