import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { isMigrated } from '../engine.ts'
import { redirects } from '../schema/newsroom.ts'
import { onConnection } from './connections.ts'
import { migrateDatabase } from './migrate.ts'

const server = process.env.TEST_DATABASE_URL ?? ''
const now = new Date('2026-11-20T08:00:00Z')
const row = (slug: string) => ({
  noun: 'topic' as const,
  language: 'sv' as const,
  slug,
  targetId: 'x',
  createdAt: now,
})

test.runIf(server)('a connection that is lost during a change refuses that change alone', async () => {
  const change = write(async (tx) => {
    await tx.insert(redirects).values(row('ett'))
    const [own] = await tx.all<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
    await onConnection((client) => client.query('SELECT pg_terminate_backend($1)', [own?.pid]))
    await new Promise((resolve) => setTimeout(resolve, 100))
    await tx.insert(redirects).values(row('två'))
  })
  await expect(change).rejects.toMatchObject({ code: 'database-unavailable' })
  expect(await db.$count(redirects)).toBe(0)
  await write((tx) => tx.insert(redirects).values(row('tre')))
  expect(await db.$count(redirects)).toBe(1)
})

test.runIf(server)('what a change that failed has asked beside is undone with it', async () => {
  const before = await db.$count(redirects)
  const change = write(async (tx) => {
    await Promise.all([
      tx.all(sql`SELECT 1 FROM no_such_table`),
      ...['a', 'b', 'c'].map((slug) => tx.insert(redirects).values(row(slug))),
    ])
  })
  await expect(change).rejects.toMatchObject({ code: '42P01' })
  await write(async () => {})
  expect(await db.$count(redirects)).toBe(before)
})

test.runIf(server)('what raises the edition is made anew with the migration, or nothing is changed', async () => {
  await onConnection((client) => client.query('DROP SCHEMA pressrum CASCADE'))
  expect(await isMigrated()).toBe(false)
  expect(await migrateDatabase(now)).toBe(0)
  expect(await isMigrated()).toBe(true)
  await onConnection((client) => client.query('DELETE FROM __drizzle_migrations WHERE id > 1'))
  // Its tables are there already, so the migration fails.
  await expect(migrateDatabase(now)).rejects.toThrow('already exists')
  const { rows } = await onConnection((client) =>
    client.query("SELECT count(*) AS triggers FROM pg_trigger WHERE tgfoid = 'pressrum.raise_edition'::regproc"),
  )
  expect(rows[0]?.triggers).toBeGreaterThan(0)
})
