import './page-links.css'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pageOf } from '#lib/urls.ts'

/** Returns the numbers of the pages worth a link: the ends, and those around the reader. */
const nearby = (page: number, pages: number): number[] =>
  Array.from({ length: pages }, (_, index) => index + 1).filter(
    (other) => other === 1 || other === pages || Math.abs(other - page) <= 2,
  )

/** Links to the other pages of a list. */
export function Pagination({
  path,
  page,
  pages,
  language,
}: {
  path: string
  page: number
  pages: number
  language: Language
}) {
  const t = translator(language, 'newsroom')
  if (pages <= 1) return null
  return (
    <nav className="pages" aria-label={t('pages')}>
      {nearby(page, pages).map((other, index, all) => (
        <span key={other} className={index > 0 && other - (all[index - 1] ?? 0) > 1 ? 'gap' : undefined}>
          <a
            href={pageOf(path, language, other)}
            aria-current={other === page ? 'page' : undefined}
            aria-label={t('page', { page: other })}
          >
            {other}
          </a>
        </span>
      ))}
      {page < pages && (
        <a className="next" href={pageOf(path, language, page + 1)} rel="next">
          {t('next-page')}
        </a>
      )}
    </nav>
  )
}
