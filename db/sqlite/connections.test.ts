import { expect, test } from 'vitest'
import { write } from '../client.ts'
import { databasePath } from '../engine/data-directory.ts'
import { releases } from '../schema/releases.ts'
import { connections, openConnection } from './connections.ts'

test('commits are flushed to disk, and readers cannot write', async () => {
  await write(async (tx) => {
    await tx.select().from(releases).limit(1)
  })
  expect(connections().writing.pragma('synchronous', { simple: true })).toBe(2)
  expect(connections().reading.pragma('synchronous', { simple: true })).toBe(2)
  expect(() => connections().reading.exec('DELETE FROM redirects')).toThrow('readonly')
})

test('a change waits for another program, and everything else goes on meanwhile', async () => {
  const other = openConnection(databasePath())
  other.exec('BEGIN IMMEDIATE')
  setTimeout(() => other.exec('COMMIT'), 0)
  expect(await write(async () => 'done')).toBe('done')
  expect(connections().writing.pragma('busy_timeout', { simple: true })).toBe(5_000)
  other.close()
})
