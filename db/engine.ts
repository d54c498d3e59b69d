/** Opens, watches, copies and closes the database in use. */
import { isPostgres } from './chosen.ts'
import * as postgresConnections from './postgres/connections.ts'
import * as postgresMigrate from './postgres/migrate.ts'
import * as sqliteConnections from './sqlite/connections.ts'
import * as sqliteMigrate from './sqlite/migrate.ts'

export { databaseExists } from './sqlite/connections.ts'
export { watchEdition } from './sqlite/edition.ts'
export { backupDatabase, backupPath, isMigrated } from './sqlite/migrate.ts'
export { CannotOpen, openNewsroom } from './sqlite/open.ts'

export const { closeDatabase } = isPostgres ? postgresConnections : sqliteConnections
export const { migrateDatabase } = isPostgres ? postgresMigrate : sqliteMigrate
