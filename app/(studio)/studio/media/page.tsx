import { LibraryTile } from '#components/library-image.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { getMedia, libraryFile } from '#db/media.ts'
import { listMedia, mediaFilters, mediaPageSize } from '#db/media-list.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { FileNote } from './file-note.tsx'
import { FilterBar } from './filter-bar.tsx'
import { ItemPanel } from './item-panel.tsx'
import styles from './library.module.css'
import { type Place, placeHref } from './place.ts'
import { ChooseFiles, DropZone, Uploader, Uploads } from './uploader.tsx'

type Asked = Record<'q' | 'filter' | 'page' | 'item', string | string[] | undefined>

export default async function MediaPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'media')
  const asked = await searchParams
  const place: Place = {
    q: typeof asked.q === 'string' ? asked.q.trim() : '',
    filter: mediaFilters.find((known) => known === asked.filter) ?? 'all',
    page: Number(asked.page) || 1,
  }
  const { items, total, page, pages } = await listMedia({ search: place.q, filter: place.filter, page: place.page })
  const chosen = typeof asked.item === 'string' ? await getMedia(asked.item) : undefined
  const isFiltered = place.q !== '' || place.filter !== 'all'
  const first = (page - 1) * mediaPageSize + 1
  return (
    <Uploader>
      <Page heading={t('heading')} actions={<ChooseFiles />}>
        <FilterBar place={place} language={user.language} />
        <Uploads />
        <div className={chosen ? `library ${styles.chosen}` : styles.whole}>
          <section aria-labelledby="files" className={styles.files}>
            <h2 className="vh" id="files">
              {t('files')}
            </h2>
            <DropZone />
            <ul className="shelf">
              {items.map((item) => (
                <li key={item.id} id={`m-${item.id}`}>
                  <a
                    href={placeHref({ ...place, page, item: item.id })}
                    aria-current={item.id === chosen?.id || undefined}
                  >
                    <LibraryTile className="pic" file={libraryFile(item)} />
                    <span>
                      <span className={`n ${styles.name}`}>{item.filename}</span>
                      <FileNote file={item} language={user.language} />
                    </span>
                  </a>
                </li>
              ))}
            </ul>
            {total === 0 &&
              (isFiltered ? (
                <EmptyState heading={place.q ? t('no-hits-for', { query: place.q }) : t('no-hits')}>
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
                  page > 1
                    ? { href: placeHref({ ...place, page: page - 1 }), label: t('previous', { count: mediaPageSize }) }
                    : undefined
                }
                next={
                  page < pages
                    ? {
                        href: placeHref({ ...place, page: page + 1 }),
                        label: t('next', { count: Math.min(mediaPageSize, total - page * mediaPageSize) }),
                      }
                    : undefined
                }
              />
            )}
          </section>
          {chosen && <ItemPanel file={chosen} user={user} place={{ ...place, page }} />}
        </div>
      </Page>
    </Uploader>
  )
}
