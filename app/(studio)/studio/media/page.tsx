import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { listMedia, mediaPageSize } from '#db/media/list.ts'
import { listPeopleInMedia } from '#db/media/uses.ts'
import { getMedia } from '#db/media.ts'
import { getSettings } from '#db/settings.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { FileGrid } from './file-grid.tsx'
import { FileTable } from './file-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ItemPanel } from './item-panel.tsx'
import styles from './library.module.css'
import {
  isFiltered,
  type MediaListParams,
  mediaListPath,
  readMediaListParams,
  type SearchParams,
} from './list-params.ts'
import { ChooseFiles, DropZone, Uploader, Uploads } from './uploader.tsx'

export default async function MediaPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'media')
  const asked = readMediaListParams(await searchParams)
  const [found, people, settings, chosen] = await Promise.all([
    listMedia({ ...asked, search: asked.q, personId: asked.person }),
    listPeopleInMedia(),
    getSettings(),
    asked.item ? getMedia(asked.item) : undefined,
  ])
  const { items, total, page, pages } = found
  const listParams: MediaListParams = { ...asked, page, item: chosen?.id }
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC' }
  const first = (page - 1) * mediaPageSize + 1
  const pageHref = (number: number) => mediaListPath({ ...listParams, page: number, item: undefined })
  return (
    <Uploader>
      <Page heading={t('heading')} actions={<ChooseFiles />}>
        <FilterBar listParams={listParams} counts={found} people={people} language={user.language} />
        <Uploads />
        <div className={chosen ? `library ${styles.chosen}` : styles.whole}>
          <section aria-labelledby="files" className={styles.files}>
            <h2 className="vh" id="files">
              {t('files')}
            </h2>
            <DropZone />
            {total > 0 && (
              <nav className={styles.line} aria-label={t('view')}>
                <span>{t('count', { count: total })}</span>
                <ul>
                  {(['grid', 'list'] as const).map((view) => (
                    <li key={view}>
                      <a
                        href={mediaListPath({ ...listParams, view })}
                        aria-current={listParams.view === view ? 'true' : undefined}
                      >
                        {t(`view-${view}`)}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {total > 0 &&
              (listParams.view === 'list' ? (
                <FileTable items={items} listParams={listParams} clock={clock} />
              ) : (
                <FileGrid items={items} listParams={listParams} language={user.language} />
              ))}
            {total === 0 &&
              (isFiltered(listParams) ? (
                <EmptyState heading={listParams.q ? t('no-hits-for', { query: listParams.q }) : t('no-hits')}>
                  {t('no-hits-text')} <a href="/studio/media">{t('show-all')}</a>
                </EmptyState>
              ) : (
                <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>
              ))}
            {total > 0 && (
              <Pager
                label={t('pages')}
                range={t('range', { from: first, to: first + items.length - 1, total })}
                previous={
                  page > 1 ? { href: pageHref(page - 1), label: t('previous', { count: mediaPageSize }) } : undefined
                }
                next={
                  page < pages
                    ? {
                        href: pageHref(page + 1),
                        label: t('next', { count: Math.min(mediaPageSize, total - page * mediaPageSize) }),
                      }
                    : undefined
                }
              />
            )}
          </section>
          {chosen && <ItemPanel file={chosen} user={user} listParams={listParams} />}
        </div>
      </Page>
    </Uploader>
  )
}
