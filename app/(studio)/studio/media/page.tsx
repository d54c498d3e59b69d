import { SelectableList } from '#components/list/selectable-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { listMedia, mediaPageSize } from '#db/media/list.ts'
import { listPeopleInMedia } from '#db/media/uses.ts'
import { getMedia } from '#db/media.ts'
import { trashedSince } from '#db/trash/in-trash.ts'
import { countTrash } from '#db/trash/list.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { throwAway, undoChange } from '../trash/actions.ts'
import { TrashedToast } from '../trash/trashed-toast.tsx'
import { FileGrid } from './file-grid.tsx'
import { FileTable } from './file-table.tsx'
import { FilterBar, MediaChips, mediaChips } from './filter-bar.tsx'
import { ItemPanel } from './item-panel.tsx'
import styles from './library.module.css'
import {
  isFiltered,
  type MediaListParams,
  mediaListPath,
  readMediaListParams,
  type SearchParams,
} from './list-params.ts'
import { NoFiles } from './no-files.tsx'
import { ChooseFiles, DropZone, Uploader, Uploads } from './uploader.tsx'

type Props = { searchParams: Promise<SearchParams & { trashed?: string | string[] }> }

export default async function MediaPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const t = translator(user.language, 'media')
  const { trashed, ...query } = await searchParams
  const asked = readMediaListParams(query)
  const [found, people, settings, chosen] = await Promise.all([
    listMedia({ ...asked, search: asked.q, personId: asked.person }),
    listPeopleInMedia(),
    currentSettings(),
    asked.item ? getMedia(asked.item) : undefined,
  ])
  const isThrown = chosen !== undefined && (await trashedSince('media', chosen.id)) !== undefined
  const { items, total, page, pages } = found
  const listParams: MediaListParams = { ...asked, page, item: isThrown ? undefined : chosen?.id }
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC' }
  const chips = mediaChips({ listParams, people, language: user.language })
  const trash = await countTrash()
  const lists = translator(user.language, 'lists')
  const first = (page - 1) * mediaPageSize + 1
  const pageHref = (number: number) => mediaListPath({ ...listParams, page: number, item: undefined })
  return (
    <Uploader>
      <Page heading={t('heading')} actions={<ChooseFiles />}>
        <nav className="views" aria-label={t('heading')}>
          <a href="/studio/media" aria-current="page">
            {t('kind-all')} <span className="n">{found.all}</span>
          </a>
          <a href="/studio/trash?what=media">
            {lists('trash')} <span className="n">{trash.media}</span>
          </a>
        </nav>
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
            <MediaChips chips={chips} found={t('found', { total, all: found.all })} language={user.language} />
            <SelectableList
              key={mediaListPath({ ...listParams, page: 1, item: undefined, sort: 'latest', view: 'grid' })}
              ids={items.map(({ id }) => id)}
              total={total}
              filter={mediaListPath({ ...listParams, page: 1, item: undefined }).split('?')[1] ?? ''}
              actions={[
                {
                  key: 'trash',
                  label: lists('to-trash'),
                  short: lists('trash'),
                  icon: 'trash',
                  change: throwAway.bind(null, 'media'),
                },
              ]}
              undo={undoChange}
            >
              {total > 0 &&
                (listParams.view === 'list' ? (
                  <FileTable items={items} listParams={listParams} clock={clock} />
                ) : (
                  <FileGrid items={items} listParams={listParams} language={user.language} />
                ))}
              {total === 0 &&
                (isFiltered(listParams) ? (
                  <NoFiles listParams={listParams} chips={chips} language={user.language} />
                ) : (
                  <EmptyState heading={t('empty')}>{t('empty-text')}</EmptyState>
                ))}
            </SelectableList>
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
          {chosen && !isThrown && <ItemPanel file={chosen} user={user} listParams={listParams} />}
        </div>
        <TrashedToast noun="media" id={isThrown ? chosen.id : trashed} language={user.language} />
      </Page>
    </Uploader>
  )
}
