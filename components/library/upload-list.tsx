'use client'
import { formatBytes, formatNumber } from '#lib/format.ts'
import type { LibraryFile } from '#lib/media/library-item.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLocale, useText } from '../ui/messages.tsx'
import styles from './upload.module.css'
import type { Upload } from './use-uploads.ts'

interface Props {
  uploads: Upload[]
  onRemove: (key: number) => void
  onRetry: (key: number) => void
  /** Returns where a file the library had already is shown, for pages that can be left for it. */
  hrefOf?: (file: LibraryFile) => string
}

/** Uploads under way, those refused with the reason, and those that the library had already. */
export function UploadList({ uploads, onRemove, onRetry, hrefOf }: Props) {
  const t = useText('media')
  if (uploads.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('uploads')}>
      {uploads.map((upload) => (
        <li key={upload.key} className={`progress ${styles.upload}`}>
          {upload.state === 'refused' ? (
            <Refused upload={upload} onRemove={onRemove} onRetry={onRetry} />
          ) : upload.state === 'known' ? (
            <Known upload={upload} onRemove={onRemove} hrefOf={hrefOf} />
          ) : (
            <OnItsWay upload={upload} onCancel={onRemove} />
          )}
        </li>
      ))}
    </ul>
  )
}

function OnItsWay({ upload, onCancel }: { upload: Upload; onCancel: (key: number) => void }) {
  const t = useText('media')
  const { language } = useLocale()
  const { file, sent, state } = upload
  const megabytes = (bytes: number) => formatNumber(bytes / 1_000_000, language, bytes < 10_000_000 ? 1 : 0)
  return (
    <>
      <div className="row">
        <b>{file.name}</b>
        {state !== 'making' && (
          <button className="text-button" type="button" onClick={() => onCancel(upload.key)}>
            {t('cancel')}
            <span className="vh"> {file.name}</span>
          </button>
        )}
      </div>
      <progress value={sent} max={file.size} aria-label={file.name} />
      <p className="muted">
        {state === 'sending'
          ? file.size < 1_000_000
            ? t('sending', { size: formatBytes(file.size, language) })
            : t('sent', { sent: megabytes(sent), size: megabytes(file.size) })
          : t(state === 'waiting' ? 'waiting' : 'making')}
      </p>
    </>
  )
}

function Known({ upload, onRemove, hrefOf }: { upload: Upload } & Pick<Props, 'onRemove' | 'hrefOf'>) {
  const t = useText('media')
  const { file, known } = upload
  return (
    <>
      <p className={styles.known}>
        <Icon name="check" small />
        {t('known', { name: file.name, filename: known?.filename ?? '' })}
      </p>
      <div className={styles.ways}>
        {known && hrefOf && (
          <ButtonLink small href={hrefOf(known)}>
            {t('show')}
            <span className="vh"> {known.filename}</span>
          </ButtonLink>
        )}
        <Button small look="quiet" onClick={() => onRemove(upload.key)}>
          {t('dismiss')}
          <span className="vh"> {file.name}</span>
        </Button>
      </div>
    </>
  )
}

function Refused({ upload, onRemove, onRetry }: { upload: Upload } & Omit<Props, 'uploads'>) {
  const t = useText('media')
  return (
    <>
      <div className="row">
        <b>{upload.file.name}</b>
      </div>
      <p className={styles.refused}>
        <Icon name="stop" small />
        {upload.message}
      </p>
      <div className={styles.ways}>
        <Button small onClick={() => onRetry(upload.key)}>
          {t('retry')}
          <span className="vh"> {upload.file.name}</span>
        </Button>
        <Button small look="quiet" onClick={() => onRemove(upload.key)}>
          {t('dismiss')}
          <span className="vh"> {upload.file.name}</span>
        </Button>
      </div>
    </>
  )
}
