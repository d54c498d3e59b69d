import { expect, test } from 'vitest'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from './client.ts'
import { redirects } from './schema/newsroom.ts'

test('changes wait their turn, are undone as a whole, and are never seen half done', async () => {
  const count = () => db.$count(redirects)
  const before = await count()
  const row = (slug: string) => ({
    noun: 'topic' as const,
    language: 'sv' as const,
    slug,
    targetId: 'x',
    createdAt: new Date('2026-11-20T08:00:00Z'),
  })
  const seen: unknown[] = []
  const slow = write(async (tx) => {
    await tx.insert(redirects).values(row('ett'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    seen.push(await count())
    await tx.insert(redirects).values(row('två'))
  })
  const failing = write(async (tx) => {
    seen.push('second starts')
    await tx.insert(redirects).values(row('tre'))
    throw new Refusal('changed-my-mind')
  })
  await slow
  await expect(failing).rejects.toEqual(expect.objectContaining({ name: 'Refusal', code: 'changed-my-mind' }))
  expect(seen).toEqual([before, 'second starts'])
  expect(await count()).toBe(before + 2)
  await expect(write(() => write(async () => {}))).rejects.toThrow('inside write')
})
