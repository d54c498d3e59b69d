'use client'
import { useRef } from 'react'
import { imageTypes } from '#lib/images/image-type.ts'
import { Button } from './ui/button.tsx'

const accepted = Object.values(imageTypes).join(',')

/** Opens the system's own file chooser. */
export function UploadButton({
  onFiles,
  look,
  small,
  multiple = true,
  children,
}: {
  onFiles: (files: File[]) => void
  look?: 'plain' | 'primary'
  small?: boolean
  multiple?: boolean
  children: string
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button look={look} small={small} icon="upload" onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accepted}
        multiple={multiple}
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
