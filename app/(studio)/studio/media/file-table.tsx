import { LibraryTile } from '#components/library/library-image.tsx'
import { SelectBox, SelectPageBox } from '#components/list/select-box.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { MediaPage } from '#db/media/list.ts'
import { libraryFile } from '#db/media.ts'
import { formatBytes } from '#lib/format.ts'
import { fileTypeOf, kindOf } from '#lib/media/library-item.ts'
import { translator } from '#lib/messages.ts'
import { type Clock, formatDay } from '#lib/time/format.ts'
import { FileNote } from './file-note.tsx'
import styles from './library.module.css'
import { type MediaListParams, mediaListPath } from './list-params.ts'

/** The files of the library as rows: what is said about each, and how much it is used. */
export function FileTable({
  items,
  listParams,
  clock,
}: {
  items: MediaPage['items']
  listParams: MediaListParams
  clock: Clock
}) {
  const t = translator(clock.language, 'media')
  return (
    <table className="sheet">
      <caption className="vh">{t('files')}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-check">
            <SelectPageBox />
          </th>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('credit')}</th>
          <th scope="col">{t('used-in')}</th>
          <th scope="col">{t('sort-latest')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id} id={`m-${item.id}`}>
            <td className="c-check">
              <SelectBox id={item.id} name={item.filename} />
            </td>
            <td className="c-title">
              <div className={styles.row}>
                <LibraryTile className={styles.thumb} file={libraryFile(item)} />
                <div>
                  <a
                    className="t"
                    href={mediaListPath({ ...listParams, item: item.id })}
                    aria-current={item.id === listParams.item || undefined}
                  >
                    {item.filename}
                  </a>
                  <p className={`m ${styles.facts}`}>
                    {kindOf(item.mime) === 'image' && (
                      <span>{`${t(fileTypeOf(item.mime))}, ${formatBytes(item.bytes, clock.language)}`}</span>
                    )}
                    <FileNote file={item} language={clock.language} />
                  </p>
                </div>
              </div>
            </td>
            <td className="c-status">
              {item.credit ||
                (kindOf(item.mime) === 'image' && (
                  <span className={styles.flag}>
                    <Icon name="warn" small />
                    {t('missing-credit')}
                  </span>
                ))}
            </td>
            <td className="c-status">{t('use-count', { count: item.uses })}</td>
            <td className="c-when">{formatDay(item.createdAt, clock)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
