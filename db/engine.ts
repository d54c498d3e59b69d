/** Opens, watches, copies and closes the database in use. */
import { isPostgres } from './engine/chosen.ts'
import * as postgresConnections from './postgres/connections.ts'
import * as postgresEdition from './postgres/edition.ts'
import * as postgresMigrate from './postgres/migrate.ts'
import * as postgresOpen from './postgres/open.ts'
import * as sqliteConnections from './sqlite/connections.ts'
import * as sqliteEdition from './sqlite/edition.ts'
import * as sqliteMigrate from './sqlite/migrate.ts'
import * as sqliteOpen from './sqlite/open.ts'

export { CannotOpen } from './engine/data-directory.ts'
export { backupPath } from './sqlite/migrate.ts'

export const { closeDatabase, databaseExists } = isPostgres ? postgresConnections : sqliteConnections
export const { watchEdition } = isPostgres ? postgresEdition : sqliteEdition
export const { backupDatabase, isMigrated, migrateDatabase } = isPostgres
  ? { ...postgresMigrate, migrateDatabase: postgresOpen.bringUpToDate }
  : sqliteMigrate
export const { openNewsroom } = isPostgres ? postgresOpen : sqliteOpen
