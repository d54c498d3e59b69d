/**
 * Opens, watches, copies and closes the database in use. As with the column kinds (`dialect.ts`), only this file says that
 * it is SQLite's.
 */
export { closeDatabase, databaseExists } from './sqlite/connections.ts'
export { watchEdition } from './sqlite/edition.ts'
export { backupDatabase, backupPath, isMigrated, migrateDatabase } from './sqlite/migrate.ts'
export { CannotOpen, openNewsroom } from './sqlite/open.ts'
