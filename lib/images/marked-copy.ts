import ExifReader from 'exifreader'
import { writeRights } from './image-metadata.ts'
import type { ImageType } from './image-type.ts'
import type { RightsMetadata } from './rights-metadata.ts'

/**
 * Returns a copy of an image with these rights as its only metadata, turned as it was. A manifest of how it was made is
 * left out: it would vouch for another file. Refuses what `writeRights` refuses.
 */
export function withRights(bytes: Buffer, type: ImageType, rights: RightsMetadata): Buffer {
  return writeRights(bytes, type, orientationOf(bytes), rights)
}

/** Returns EXIF's number for the orientation; 1 where nothing is said. */
function orientationOf(bytes: Buffer): number {
  try {
    const { exif } = ExifReader.load(bytes, { expanded: true, async: false })
    const said = Number(exif?.Orientation?.value)
    return said >= 1 && said <= 8 ? said : 1
  } catch {
    return 1
  }
}
