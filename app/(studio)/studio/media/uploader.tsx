'use client'
import { useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext } from 'react'
import upload from '#components/library/upload.module.css'
import { UploadButton } from '#components/library/upload-button.tsx'
import { UploadList } from '#components/library/upload-list.tsx'
import { useFileDrop } from '#components/library/use-file-drop.ts'
import { useUploads } from '#components/library/use-uploads.ts'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'

type Uploads = ReturnType<typeof useUploads>
const UploadsContext = createContext<Uploads | undefined>(undefined)

function useShared(): Uploads {
  const uploads = useContext(UploadsContext)
  if (!uploads) throw new Error('no Uploader above this component')
  return uploads
}

/** Holds the page's uploads. The list of the library is loaded again as each arrives. */
export function Uploader({ children }: { children: ReactNode }) {
  const router = useRouter()
  const uploads = useUploads(() => router.refresh())
  return <UploadsContext value={uploads}>{children}</UploadsContext>
}

export function ChooseFiles() {
  const t = useText('media')
  const { add } = useShared()
  return (
    <UploadButton look="primary" onFiles={add}>
      {t('upload')}
    </UploadButton>
  )
}

/** Uploads what is dropped or pasted anywhere on the page. */
export function DropZone() {
  const t = useText('media')
  const { add } = useShared()
  const isOver = useFileDrop(add)
  return (
    <p className={isOver ? `drop ${upload.over}` : 'drop'}>
      <Icon name="upload" />
      <span>{isOver ? t('drop-now') : t('drop')}</span>
    </p>
  )
}

/** The uploads under way, those refused, and those that the library had already. */
export function Uploads() {
  const { uploads, remove, retry } = useShared()
  const hrefOf = (file: { id: string }) => `/studio/media?item=${file.id}`
  return <UploadList uploads={uploads} onRemove={remove} onRetry={retry} hrefOf={hrefOf} />
}
