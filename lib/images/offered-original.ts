import { manifestIn } from './content-credentials.ts'
import { writeRights } from './image-metadata.ts'
import type { ImageType } from './image-type.ts'
import { namesPlace, withoutPlace } from './place-data.ts'
import type { RightsMetadata } from './rights-metadata.ts'

/**
 * Returns the original as it is handed out: with these rights as its only metadata. One that carries a manifest of how
 * it was made keeps its bytes instead, since the manifest vouches for them, with blanks where it said where it was
 * taken; a manifest that itself names the place goes like all else. Refuses what `writeRights` refuses.
 */
export function offeredOriginal(
  bytes: Buffer,
  type: ImageType,
  { orientation, rights }: { orientation: number; rights: RightsMetadata },
): Buffer {
  const written = writeRights(bytes, type, orientation, rights)
  const manifest = manifestIn(bytes, type)
  if (!manifest || /GPSL(at|ong)itude/i.test(manifest.toString('latin1'))) return written
  if (!namesPlace(bytes)) return bytes
  const kept = withoutPlace(bytes, type)
  return namesPlace(kept) ? written : kept
}
