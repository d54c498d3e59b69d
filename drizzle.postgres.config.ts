import { defineConfig } from 'drizzle-kit'

// The schema is built from the column kinds of the database in use (db/dialect.ts). Nothing is connected to.
process.env.DATABASE_URL = 'postgres://localhost/pressrum'

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  out: './db/postgres/migrations',
  casing: 'snake_case',
})
