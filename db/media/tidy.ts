/** Removes files that no row names any longer, now or when the store is back. */
import { eq } from 'drizzle-orm'
import { isStoreAway } from '#lib/http/store-answer.ts'
import { forgetLeftovers, listLeftovers, noteLeftovers } from '#lib/media/leftovers.ts'
import type { MediaFiles } from '#lib/media/store.ts'
import { db, type Writer, write } from '../client.ts'
import { media } from '../schema/library.ts'
import { changeFiles } from './files.ts'

/** Writes a row for files that have just been stored, which are no leftovers then. When that fails, the files go too. */
export async function writeStored<T>(
  files: MediaFiles,
  { hash }: { hash: string },
  change: (tx: Writer) => Promise<T>,
): Promise<T> {
  const written = await write(change).catch(async (error) => {
    await tidy(files, hash).catch(() => noteLeftovers(hash))
    throw error
  })
  await forgetLeftovers(hash)
  return written
}

/**
 * Removes what no row names of the files made from the same bytes: all of them, or other versions. While the store is away
 * it notes that, and `tidyLeftovers` does it later.
 */
export async function tidyFiles(files: MediaFiles, hash: string): Promise<void> {
  await tidy(files, hash).catch((error) => {
    if (!isStoreAway(error)) throw error
    return noteLeftovers(hash)
  })
}

async function tidy(files: MediaFiles, hash: string): Promise<void> {
  const row = await db.query.media.findFirst({ where: eq(media.hash, hash) })
  await (row ? files.removeOtherVersions(hash, row.fileVersion) : files.remove(hash))
  await forgetLeftovers(hash)
}

/**
 * Removes what could not be removed while the store was away, and what was stored by a process that ended before it wrote
 * the row. Stops when the store is away still: what is not removed stays noted.
 */
export async function tidyLeftovers(): Promise<void> {
  for (const hash of await listLeftovers()) {
    try {
      await changeFiles((files) => tidy(files, hash))
    } catch (error) {
      if (isStoreAway(error)) return
      throw error
    }
  }
}
