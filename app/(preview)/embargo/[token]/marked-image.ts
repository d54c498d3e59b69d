import type { Media } from '#db/schema/library.ts'
import type { ImageType } from '#lib/images/image-type.ts'
import { withRights } from '#lib/images/marked-copy.ts'
import { type FoundFile, fileStore } from '#lib/media/file-store.ts'
import { marksOf } from '#lib/media/licence.ts'

/** Returns a picture with whose copy it is in its metadata, where picture desks look for embargoes. */
export async function markedFor(
  file: FoundFile,
  image: Media,
  { type, line }: { type: ImageType; line: string },
): Promise<Buffer> {
  const bytes = Buffer.concat(await Array.fromAsync(await fileStore().read(file)))
  const rights = marksOf({ ...image, caption: image.writtenCaption ?? image.caption })
  return withRights(bytes, type, { ...rights, instructions: line })
}
