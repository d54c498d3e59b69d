import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/library.ts',
  out: './db/migrations',
  casing: 'snake_case',
})
