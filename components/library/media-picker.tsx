'use client'
/** The picker of the library: chooses an image or a document, or uploads a new one. */
import { useRef, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { formatBytes } from '#lib/format.ts'
import type { LibraryDocument, LibraryFile, LibraryItem, MediaKind } from '#lib/media/library-item.ts'
import { maxTyped } from '#lib/search/terms.ts'
import { Button } from '../ui/button.tsx'
import { PickerSheet } from '../ui/choice/picker-sheet.tsx'
import { useIsPhone } from '../ui/choice/use-is-phone.ts'
import { Icon } from '../ui/icon.tsx'
import { useLocale, useText } from '../ui/messages.tsx'
import { LibraryTile } from './library-image.tsx'
import styles from './media-picker.module.css'
import { UploadButton } from './upload-button.tsx'
import { UploadList } from './upload-list.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useLibrary } from './use-library.ts'
import { useUploads } from './use-uploads.ts'

/**
 * `onPick` is called with what was chosen; the dialog then closes itself. Without a `kind` it is an image; `images` are
 * several, in the order they are chosen.
 */
type Props = {
  isOpen: boolean
  onClose: () => void
} & (
  | { kind?: 'image'; onPick: (image: LibraryItem) => void }
  | { kind: 'images'; onPick: (images: LibraryItem[]) => void }
  | { kind: 'document'; onPick: (document: LibraryDocument) => void }
)

/** The dialog, on phones a sheet. Focus goes back to where it came from when it closes. */
export function MediaPicker({ isOpen, onClose, ...wanted }: Props) {
  const { kind = 'image' } = wanted
  const t = useText('media')
  const close = useText('forms')('close')
  const isPhone = useIsPhone()
  const pick = (file: LibraryFile) => {
    if (wanted.kind === 'images') return
    if (wanted.kind === 'document') {
      if (file.kind === 'document') wanted.onPick(file)
    } else if (file.kind === 'image') wanted.onPick(file)
    onClose()
  }
  const content = (
    <>
      <div className={styles.head}>
        <Heading slot="title" level={2}>
          {t(`pick-${kind}`)}
        </Heading>
        <Button look="quiet" className="icon-only" aria-label={close} icon="close" onClick={onClose} />
      </div>
      {wanted.kind === 'images' ? (
        <Several
          onPick={(images) => {
            wanted.onPick(images)
            onClose()
          }}
        />
      ) : (
        <LibraryGrid kind={wanted.kind ?? 'image'} onPick={pick} />
      )}
    </>
  )
  if (isPhone && isOpen)
    return (
      <PickerSheet label={t(`pick-${kind}`)} onClose={onClose}>
        <div className={styles.sheet}>{content}</div>
      </PickerSheet>
    )
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} className={`overlay ${styles.overlay}`}>
      <Modal className={styles.modal}>
        <Dialog className={`dialog ${styles.dialog}`}>{content}</Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Gathers several images before they are inserted. */
function Several({ onPick }: { onPick: (images: LibraryItem[]) => void }) {
  const t = useText('media')
  const [chosen, setChosen] = useState<LibraryItem[]>([])
  const toggle = (file: LibraryFile) => {
    if (file.kind !== 'image') return
    setChosen((before) => {
      const without = before.filter(({ id }) => id !== file.id)
      return without.length < before.length ? without : [...before, file]
    })
  }
  return (
    <>
      <LibraryGrid kind="image" onPick={toggle} chosen={chosen.map(({ id }) => id)} />
      <div className={styles.done}>
        <Button look="primary" disabled={chosen.length === 0} onClick={() => onPick(chosen)}>
          {t('pick-several', { count: chosen.length })}
        </Button>
      </div>
    </>
  )
}

interface LibraryGridProps {
  kind: MediaKind
  onPick: (file: LibraryFile) => void
  /** Where several are wanted: those chosen so far, in order. */
  chosen?: string[]
}

function LibraryGrid({ kind, onPick, chosen }: LibraryGridProps) {
  const t = useText('media')
  const { language } = useLocale()
  const library = useLibrary(kind)
  const field = useRef<HTMLInputElement>(null)
  const search = (words: string) => {
    if (field.current) field.current.value = words
    field.current?.focus()
    library.search(words)
  }
  const { uploads, add, remove, retry } = useUploads((item) => {
    // One new file is the one that was wanted; of several, one has to be chosen.
    if (chosen || uploads.length > 1) library.put(item)
    if (chosen || uploads.length <= 1) onPick(item)
  }, `/api/media?kind=${kind}`)
  useFileDrop(add)
  return (
    <>
      <div className={styles.tools}>
        <div className="searchbox">
          <Icon name="search" />
          <label className="vh" htmlFor="picker-search">
            {t('search')}
          </label>
          <input
            className="input"
            type="search"
            id="picker-search"
            ref={field}
            placeholder={t('search')}
            maxLength={maxTyped}
            onChange={(event) => library.search(event.currentTarget.value)}
          />
        </div>
        <UploadButton onFiles={add} kind={kind}>
          {t('pick-upload')}
        </UploadButton>
      </div>
      <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
      <p className="muted" role="status">
        {library.state === 'failed'
          ? t('pick-failed')
          : library.state === 'loading'
            ? t('pick-loading')
            : library.total === 0 && library.asked
              ? t('no-hits-for', { query: library.asked })
              : t(`pick-count-${kind}`, { count: library.total })}
      </p>
      {library.state === 'ready' && library.total === 0 && library.asked && (
        <p className="btns">
          {library.suggestion && (
            <Button small onClick={() => search(library.suggestion ?? '')}>
              {t('pick-meant', { word: library.suggestion })}
            </Button>
          )}
          <Button small onClick={() => search('')}>
            {t('pick-all')}
          </Button>
        </p>
      )}
      <ul className={styles.shelf}>
        {library.items.map((item) => (
          <li key={item.id}>
            <button type="button" aria-pressed={chosen?.includes(item.id)} onClick={() => onPick(item)}>
              {chosen?.includes(item.id) && <b className={styles.order}>{chosen.indexOf(item.id) + 1}</b>}
              <LibraryTile file={item} />
              <span>{item.filename}</span>
              {item.kind === 'document' && (
                <small>{t('document-facts', { type: t(item.type), size: formatBytes(item.bytes, language) })}</small>
              )}
            </button>
          </li>
        ))}
      </ul>
      {library.state === 'failed' && <Button onClick={library.again}>{t('retry')}</Button>}
      {library.hasMore && <Button onClick={library.more}>{t('pick-more')}</Button>}
    </>
  )
}
