import { Icon } from '#components/ui/icon.tsx'
import { usesOf } from '#db/media/uses.ts'
import { libraryFile, uploaderOf } from '#db/media.ts'
import { may } from '#db/permissions.ts'
import type { Media } from '#db/schema/library.ts'
import type { User } from '#db/schema/users.ts'
import { licences } from '#db/types.ts'
import { formatBytes, formatNumber } from '#lib/format.ts'
import { digitalSourceTypes } from '#lib/images/digital-source-type.ts'
import { rootLanguage } from '#lib/locale.ts'
import { fileTypeOf } from '#lib/media/library-item.ts'
import { sourceTypeName } from '#lib/media/source-type.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { formatDay } from '#lib/time/format.ts'
import { fileUrl } from '#lib/urls.ts'
import { currentSettings } from '../../current-settings.ts'
import { ThrowAway } from '../trash/throw-away.tsx'
import styles from './library.module.css'
import { type MediaListParams, mediaListPath } from './list-params.ts'
import { MediaForm } from './media-form.tsx'
import { ReplaceFile } from './replace-file.tsx'
import { UsedIn } from './used-in.tsx'

/** One file: what is said about it, where it is used, and what can be done with it. */
export async function ItemPanel({ file, user, listParams }: { file: Media; user: User; listParams: MediaListParams }) {
  const { language } = user
  const t = translator(language, 'media')
  const settings = await currentSettings()
  const clock = { language, timeZone: settings?.timeZone ?? 'UTC' }
  const mayEdit = may(user, 'edit-media', file)
  const uses = await usesOf(file.id)
  const type = fileTypeOf(file.mime)
  const by = await uploaderOf(file)
  const day = formatDay(file.createdAt, clock)
  const size = formatBytes(file.bytes, language)
  const pixels = `${formatNumber(file.width, language)} × ${formatNumber(file.height, language)}`
  return (
    <section className="item" aria-labelledby="chosen">
      <div>
        <p className={`facts ${styles.back}`}>
          <a href={mediaListPath({ ...listParams, item: undefined })}>{t('back')}</a>
        </p>
        <h2 id="chosen">{file.filename}</h2>
        <p className="facts">
          {file.renditions.length > 0
            ? t('facts', { type: t(type), pixels, size })
            : `${t('document-facts', { type: t(type), size })} ·`}{' '}
          {by ? t('added-by', { name: by, day }) : t('added', { day })}
        </p>
      </div>
      <MediaForm
        key={file.id}
        file={libraryFile(file)}
        said={{ terms: file.terms, takenAt: file.takenAt ?? '', version: file.version }}
        languages={settings?.languages ?? [rootLanguage]}
        licences={licences.map((licence) => ({
          value: licence,
          label: capital(messagesIn(language).licences[licence.replace('.', '_') as 'cc0']),
        }))}
        sourceTypes={digitalSourceTypes.map((type) => ({ value: type, label: sourceTypeName(type, language) }))}
        readOnly={!mayEdit}
      />
      <UsedIn uses={uses} clock={clock} />
      <div className="filters">
        <a className="button" href={fileUrl(file, `original.${type}`)} download={file.filename}>
          <Icon name="download" small />
          {t('original')}
        </a>
        {mayEdit && <ReplaceFile file={libraryFile(file)} uses={uses.length} />}
        {mayEdit && <ThrowAway noun="media" id={file.id} language={language} />}
      </div>
    </section>
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
