/** Names files for downloads, as any disk takes them. */

import { parse } from 'node:path'
import { withoutTurns } from '../clean-text.ts'
import { lettersWithin } from '../graphemes.ts'
import { fileTypeOf, isDocumentType } from './library-item.ts'

/** Windows has these names for devices, whatever ending they have, and unpacks no file and no folder that is called so. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?=\.|$)/i

/** Returns a name that is no device's: `con` is `con-2`. */
export const offDevices = (name: string): string => name.replace(device, '$&-2')

/** Returns a file name without directories, control characters, a device's name and a wrong ending. */
export function tidyFilename(filename: string, mime: string): string {
  const type = fileTypeOf(mime)
  const base = filename.split(/[/\\]/).at(-1) ?? ''
  const { name } = parse(
    withoutTurns(base)
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .trim(),
  )
  return `${offDevices(lettersWithin(name, 150)) || (isDocumentType(type) ? 'dokument' : 'bild')}.${type}`
}
