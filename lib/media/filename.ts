/** Names the files of the library for downloads. */

import { parse } from 'node:path'
import { lettersWithin } from '../graphemes.ts'
import { fileTypeOf, isDocumentType } from './library-item.ts'

/** Returns a file name without directories, control characters and a wrong ending. */
export function tidyFilename(filename: string, mime: string): string {
  const type = fileTypeOf(mime)
  const base = filename.split(/[/\\]/).at(-1) ?? ''
  const { name } = parse(
    base
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .trim(),
  )
  return `${lettersWithin(name, 150) || (isDocumentType(type) ? 'dokument' : 'bild')}.${type}`
}
