'use client'
/** Choosing an image of the library, or uploading one that is not there yet. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { LibraryItem } from '#lib/library-item.ts'
import { LibraryImage } from './library-image.tsx'
import styles from './media-picker.module.css'
import { Button } from './ui/button.tsx'
import { Icon } from './ui/icon.tsx'
import { useText } from './ui/messages.tsx'
import { UploadButton } from './upload-button.tsx'
import { UploadList } from './upload-list.tsx'
import { useFileDrop } from './use-file-drop.ts'
import { useLibrary } from './use-library.ts'
import { useUploads } from './use-uploads.ts'

interface Props {
  isOpen: boolean
  onClose: () => void
  /** Called with the image; the dialog then closes itself. */
  onPick: (item: LibraryItem) => void
}

/** The dialog. Focus goes back to where it came from when it closes. */
export function MediaPicker({ isOpen, onClose, onPick }: Props) {
  const t = useText('media')
  const close = useText('forms')('close')
  const pick = (item: LibraryItem) => {
    onPick(item)
    onClose()
  }
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={(open) => !open && onClose()} className={`overlay ${styles.overlay}`}>
      <Modal className={styles.modal}>
        <Dialog className={`dialog ${styles.dialog}`}>
          <div className={styles.head}>
            <Heading slot="title" level={2}>
              {t('pick')}
            </Heading>
            <Button look="quiet" className="icon-only" aria-label={close} icon="close" onClick={onClose} />
          </div>
          <Shelf onPick={pick} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Shelf({ onPick }: { onPick: (item: LibraryItem) => void }) {
  const t = useText('media')
  const library = useLibrary()
  const { uploads, add, remove, retry } = useUploads((item) => {
    // One new image is the one that was wanted. Of several, one has to be chosen.
    if (uploads.length <= 1) onPick(item)
    else library.put(item)
  })
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
            placeholder={t('search')}
            onChange={(event) => library.search(event.currentTarget.value)}
          />
        </div>
        <UploadButton onFiles={add}>{t('pick-upload')}</UploadButton>
      </div>
      <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
      <p className="muted" role="status">
        {library.state === 'failed'
          ? t('pick-failed')
          : library.state === 'loading'
            ? t('pick-loading')
            : t('pick-count', { count: library.total })}
      </p>
      <ul className={styles.shelf}>
        {library.items.map((item) => (
          <li key={item.id}>
            <button type="button" onClick={() => onPick(item)}>
              <LibraryImage item={item} />
              <span>{item.filename}</span>
            </button>
          </li>
        ))}
      </ul>
      {library.state === 'failed' && <Button onClick={library.again}>{t('retry')}</Button>}
      {library.hasMore && <Button onClick={library.more}>{t('pick-more')}</Button>}
    </>
  )
}
