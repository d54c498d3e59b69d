/** Opens a newsroom whose database is PostgreSQL's when a program starts, and says plainly why it cannot be opened. */
import { existsSync } from 'node:fs'
import { fileStore, holdsFiles } from '#lib/media/file-store.ts'
import { CannotOpen, closeToOthers, databasePath, openSecret } from '../engine/data-directory.ts'
import { connections } from './connections.ts'
import { explained, place } from './fit.ts'
import { migrateDatabase } from './migrate.ts'
import { renewSearch } from './search/rebuild.ts'

/**
 * Opens the database, migrates it, and makes the secret that protects sign-in. Throws `CannotOpen` for a server that cannot
 * be reached, is too old or refuses what is needed, and for a database that is another program's, of a newer version, or
 * empty beside the file or the pictures of a newsroom.
 */
export const openNewsroom = (now: Date): Promise<void> =>
  explained(async () => {
    openSecret()
    closeToOthers()
    await migrateDatabase(now)
    await refuseLost()
    await renewSearch()
  })

/** A database without a newsroom is a new one only where nothing of an old one lies beside it. */
async function refuseLost(): Promise<void> {
  const store = fileStore()
  const { rows } = await connections().reading.query('SELECT 1 FROM settings')
  if (rows.length) return
  if (existsSync(databasePath()))
    throw new CannotOpen(
      `${place()} is empty, while ${databasePath()} is there. Bring what it holds over with npm run pressrum -- move sqlite postgres, or put it away for a new newsroom.`,
    )
  if (!(await holdsFiles(store))) return
  throw new CannotOpen(
    `${place()} is empty, while ${store.place} holds the files of a newsroom. Bring it there with npm run pressrum -- move sqlite postgres.`,
  )
}
