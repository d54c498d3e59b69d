'use client'
import { useRef } from 'react'
import { imageTypes, tiffTypes } from '#lib/images/image-type.ts'
import { documentTypes, type MediaKind } from '#lib/media/library-item.ts'
import { Button } from '../ui/button.tsx'

const accepted: Record<MediaKind, string[]> = {
  image: [...Object.values(imageTypes), ...tiffTypes],
  // Some systems know a document only by the ending of its name.
  document: [...Object.values(documentTypes), ...Object.keys(documentTypes).map((ending) => `.${ending}`)],
}

/** What else is chosen as a file: a text by its ending, and a mark, which may be drawn. */
const others = {
  text: ['.docx', '.odt', '.rtf', '.html', '.htm', '.md', '.markdown', '.txt'],
  mark: ['image/svg+xml', '.svg', ...accepted.image],
}

/** Opens the system's file dialog, for files of one kind, of every kind the library takes, for texts or for marks. */
export function UploadButton({
  onFiles,
  look,
  small,
  multiple = true,
  kind,
  id,
  describedBy,
  children,
}: {
  onFiles: (files: File[]) => void
  look?: 'plain' | 'primary'
  small?: boolean
  multiple?: boolean
  kind?: MediaKind | keyof typeof others
  id?: string
  describedBy?: string
  children: string
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        id={id}
        aria-describedby={describedBy}
        look={look}
        small={small}
        icon="upload"
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        accept={(kind ? { ...accepted, ...others }[kind] : Object.values(accepted).flat()).join(',')}
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
