import { afterAll, expect, test } from 'vitest'
import { databasePath } from '../../engine/data-directory.ts'
import { searchNewsroom } from '../../live/search.ts'
import { addRelease, visit } from '../../testing/newsroom.ts'
import { startSearchThread } from './worker.ts'

await addRelease('Vattenplanen')
const alone = await searchNewsroom('vatten', { visit })
const end = startSearchThread(databasePath())
afterAll(end)

test('a thread finds what a program finds by itself, also what is published after it began', async () => {
  expect(alone?.total).toBe(1)
  expect(await searchNewsroom('vatten', { visit })).toEqual(alone)
  await addRelease('Vattenprov')
  expect((await searchNewsroom('vatten', { visit }))?.total).toBe(2)
  expect(await searchNewsroom('"', { visit })).toBeUndefined()
})

test('when it has ended the program answers by itself', async () => {
  await end()
  expect((await searchNewsroom('vatten', { visit }))?.total).toBe(2)
})
