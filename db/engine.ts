/** Opens, watches, copies and closes the database in use. */
import { chosen } from './engine/chosen.ts'

export { backupPath, CannotOpen } from './engine/data-directory.ts'

export const { closeDatabase, databaseExists } = await chosen(
  () => import('./sqlite/connections.ts'),
  () => import('./postgres/connections.ts'),
)
export const { watchEdition } = await chosen(
  () => import('./sqlite/edition.ts'),
  () => import('./postgres/edition.ts'),
)
export const { backupDatabase, isMigrated, migrateDatabase } = await chosen(
  () => import('./sqlite/migrate.ts'),
  () => import('./postgres/migrate.ts'),
)
export const { openNewsroom } = await chosen(
  () => import('./sqlite/open.ts'),
  () => import('./postgres/open.ts'),
)
