/** Removes files that no row names any longer, now or when the store is back. */
import { eq } from 'drizzle-orm'
import { isStoreAway } from '#lib/http/store-answer.ts'
import { forgetLeftovers, listLeftovers, noteLeftovers } from '#lib/media/leftovers.ts'
import { changeMediaFiles, type MediaFiles } from '#lib/media/store.ts'
import { db, type Writer, write } from '../client.ts'
import { media } from '../schema/library.ts'

/** Writes a row for files that have just been stored. When that fails, the files go too. */
export async function writeStored<T>(
  files: MediaFiles,
  { hash }: { hash: string },
  change: (tx: Writer) => Promise<T>,
): Promise<T> {
  try {
    return await write(change)
  } catch (error) {
    await tidyFiles(files, hash).catch(() => noteLeftovers(hash))
    throw error
  }
}

/**
 * Removes what no row names of the files made from the same bytes: all of them, or other versions. While the store is away
 * it notes that, and `tidyLeftovers` does it later.
 */
export async function tidyFiles(files: MediaFiles, hash: string): Promise<void> {
  const row = await db.query.media.findFirst({ where: eq(media.hash, hash) })
  const tidied = row ? files.removeOtherVersions(hash, row.fileVersion) : files.remove(hash)
  await tidied.catch((error) => {
    if (!isStoreAway(error)) throw error
    return noteLeftovers(hash)
  })
}

/** Removes what could not be removed while the store was away. Stops when it is away still. */
export async function tidyLeftovers(): Promise<void> {
  for (const hash of await listLeftovers()) {
    await changeMediaFiles(async (files) => {
      await forgetLeftovers(hash)
      await tidyFiles(files, hash)
    })
    if ((await listLeftovers()).includes(hash)) return
  }
}
