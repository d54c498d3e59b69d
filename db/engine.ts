/** Opens, watches, copies and closes the database in use. */
import { chosen } from './engine/chosen.ts'
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

export const { closeDatabase, databaseExists } = chosen(sqliteConnections, postgresConnections)
export const { watchEdition } = chosen(sqliteEdition, postgresEdition)
export const { backupDatabase, isMigrated, migrateDatabase } = chosen(sqliteMigrate, postgresMigrate)
export const { openNewsroom } = chosen(sqliteOpen, postgresOpen)
