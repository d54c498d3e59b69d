import { expect, test } from 'vitest'
import { write } from '../client.ts'
import { releases } from '../schema/releases.ts'
import { connections } from './connections.ts'

test('commits are flushed to disk, and readers cannot write', async () => {
  await write(async (tx) => {
    await tx.select().from(releases).limit(1)
  })
  expect(connections().writing.pragma('synchronous', { simple: true })).toBe(2)
  expect(connections().reading.pragma('synchronous', { simple: true })).toBe(2)
  expect(() => connections().reading.exec('DELETE FROM redirects')).toThrow('readonly')
})
