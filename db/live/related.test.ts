import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { revisions, revisionTopics } from '../schema/releases.ts'
import { addPerson, addRelease, by, morning, said, visit } from '../testing/newsroom.ts'
import { createTopic } from '../topics.ts'
import { listRelated } from './related.ts'
import { findRelease, type LiveRelease } from './release.ts'

async function read(slug: string): Promise<LiveRelease> {
  const answer = await findRelease(slug, visit)
  if (answer?.state !== 'live') throw new Error(`${slug} is ${answer?.state ?? 'not there'}`)
  return answer.release
}

const at = (minutes: number) => ({ at: new Date(morning.getTime() + minutes * 60_000) })

test('what is related says what it shares: the topics, and the people on cards or quoted', async () => {
  const topic = await createTopic({ texts: { sv: { name: 'Rör', slug: '', intro: '' } } }, by)
  const rut = await addPerson('Rut Rör')
  const kaj = await addPerson('Kaj Kort')
  await addRelease('Om rör', { topicIds: [topic], body: said(rut, '– Hej.') })
  await addRelease('Ensam')
  await addRelease('Också om rör', {
    topicIds: [topic],
    body: said(rut, '– Rör.'),
    cards: [
      { personId: rut, role: '', organisation: '' },
      { personId: kaj, role: '', organisation: '' },
    ],
  })
  await addRelease('Rut igen', { body: said(rut, '– Igen.') })
  const related = await listRelated(await read('om-ror'), visit, 3)
  expect(related.map(({ title, topics, people }) => ({ title, topics, people }))).toEqual([
    { title: 'Också om rör', topics: ['Rör'], people: ['Rut Rör'] },
    { title: 'Rut igen', topics: [], people: ['Rut Rör'] },
  ])
  expect(await listRelated(await read('ensam'), visit, 3)).toEqual([])
})

test('a topic that everything is about leads to the same stories as one that few are about', async () => {
  const topic = await createTopic({ texts: { sv: { name: 'Allt', slug: '', intro: '' } } }, by)
  for (const before of [10, 20, 30, 45, 60]) await addRelease(`Allt ${before}`, { topicIds: [topic] }, at(200 - before))
  const titles = async () => (await listRelated(await read('allt-30'), visit, 3)).map(({ title }) => title)
  const fewAreAboutIt = await titles()
  const [revision] = await db.select().from(revisions).where(eq(revisions.title, 'Allt 10'))
  if (!revision) throw new Error('nothing was written')
  const many = Array.from({ length: 200 }, (_, n) => ({ ...revision, id: `${revision.id}-${n}`, number: 100 + n }))
  await write(async (tx) => {
    await tx.insert(revisions).values(many)
    await tx.insert(revisionTopics).values(many.map(({ id }) => ({ revisionId: id, topicId: topic, position: 0 })))
  })
  expect(fewAreAboutIt).toEqual(['Allt 10', 'Allt 20', 'Allt 45'])
  expect(await titles()).toEqual(fewAreAboutIt)
})
