import { expect, test } from 'vitest'
import { searchDrafts } from '../engine/search.ts'
import { createRelease } from '../releases.ts'
import { addMember } from '../testing/members.ts'
import { addPerson, addRelease, by, noon } from '../testing/newsroom.ts'
import { createTopic } from '../topics.ts'
import { moveToTrash } from '../trash.ts'
import { suggestSpelling } from './spelling.ts'

const editor = { actor: await addMember('Elin'), now: noon }
const cecilia = await addPerson('Cecilia Warrol Ersson')
await createTopic({ texts: { sv: { name: 'Processvatten', slug: '', intro: '' } } }, by)
await addRelease('Karta', { lead: ['Grundvattnet sjunker i Gruvnäs.'] })
await createRelease({ language: 'sv', kind: 'news', title: 'Årsrapport om dricksvatten' }, by)

const always = async () => 1
const suggested = async (typed: string, finds: (typed: string) => Promise<number> = always) =>
  (await suggestSpelling(typed, 'sv', finds))?.typed

test('a slip in a name, a topic, a title or a text is corrected as it is written', async () => {
  expect(await suggested('ceclia')).toBe('Cecilia')
  expect(await suggested('prosessvatten')).toBe('Processvatten')
  expect(await suggested('årsraport')).toBe('Årsrapport')
  expect(await suggested('grundvatnet')).toBe('grundvattnet')
  expect(await suggested('ceclia årsraport')).toBe('Cecilia Årsrapport')
})

test('nothing is suggested for what is right, too short, like nothing, or finds nothing', async () => {
  for (const typed of ['Cecilia', 'cec', 'xylofonorkester', '', '?!'])
    expect(await suggested(typed), typed).toBeUndefined()
  expect(await suggested('ceclia', async () => 0)).toBeUndefined()
})

test('how much it finds is told, and what is in the trash is not suggested', async () => {
  const finds = async (typed: string) => (await searchDrafts(typed)).length
  expect(await suggestSpelling('årsraport', 'sv', finds)).toEqual({ typed: 'Årsrapport', found: 1 })
  await moveToTrash('person', [cecilia], editor)
  expect(await suggested('ceclia')).toBeUndefined()
})
