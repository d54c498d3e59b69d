import { LibraryTile } from '#components/library/library-image.tsx'
import { SelectBox, SelectPageBox } from '#components/list/select-box.tsx'
import type { MediaPage } from '#db/media/list.ts'
import { libraryFile } from '#db/media.ts'
import type { Language } from '#lib/locale.ts'
import { FileNote } from './file-note.tsx'
import styles from './library.module.css'
import { type MediaListParams, mediaListPath } from './list-params.ts'

/** The files of the library as images, each with its name. */
export const FileGrid = ({
  items,
  listParams,
  language,
}: {
  items: MediaPage['items']
  listParams: MediaListParams
  language: Language
}) => (
  <>
    <p className={styles.all}>
      <SelectPageBox isNamed />
    </p>
    <ul className="shelf">
      {items.map((item) => (
        <li key={item.id} id={`m-${item.id}`}>
          <SelectBox id={item.id} name={item.filename} />
          <a
            href={mediaListPath({ ...listParams, item: item.id })}
            aria-current={item.id === listParams.item || undefined}
          >
            <LibraryTile className="pic" file={libraryFile(item)} />
            <span>
              <span className={`n ${styles.name}`}>{item.filename}</span>
              <FileNote file={item} language={language} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  </>
)
