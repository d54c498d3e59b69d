'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { UploadButton } from '#components/library/upload-button.tsx'
import { UploadList } from '#components/library/upload-list.tsx'
import { useUploads } from '#components/library/use-uploads.ts'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { LibraryFile } from '#lib/media/library-item.ts'

/** Replaces this file by another. The old one cannot be restored, so the choice is confirmed. */
export function ReplaceFile({ file, uses }: { file: LibraryFile; uses: number }) {
  const t = useText('media')
  const cancel = useText('forms')('cancel')
  const router = useRouter()
  const { uploads, add, remove, retry } = useUploads(() => router.refresh(), `/api/media/${file.id}`)
  const [chosen, setChosen] = useState<File>()
  const close = () => setChosen(undefined)
  const replace = () => {
    if (chosen) add([chosen])
    close()
  }
  return (
    <>
      <UploadButton kind={file.kind} multiple={false} onFiles={([first]) => setChosen(first)}>
        {t('replace')}
      </UploadButton>
      <ModalOverlay isOpen={chosen !== undefined} onOpenChange={(open) => !open && close()} className="overlay">
        <Modal>
          <Dialog className="dialog" role="alertdialog">
            <Heading slot="title" level={2}>
              {t('replace-question', { name: file.filename })}
            </Heading>
            <p>{t('replace-text', { name: chosen?.name ?? '', count: uses })}</p>
            <div className="btns">
              <Button look="primary" onClick={replace}>
                {t('replace')}
              </Button>
              <Button onClick={close}>{cancel}</Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
      <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
    </>
  )
}
