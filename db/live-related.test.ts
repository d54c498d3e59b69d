import { expect, test } from 'vitest'
import { getNeighbours, listRelated } from './live-related.ts'
import { findRelease, type LiveRelease } from './live-release.ts'
import { withdrawRelease } from './publication.ts'
import { addPerson, addRelease, by, morning, noon, said, visit } from './test-newsroom.ts'
import { createTopic } from './topics.ts'

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
  await addRelease('Om rör', { topicIds: [topic] })
  await addRelease('Också om rör', {
    topicIds: [topic],
    body: said(rut, '– Rör.'),
    cards: [
      { personId: rut, role: '', organisation: '' },
      { personId: kaj, role: '', organisation: '' },
    ],
  })
  await addRelease('Rut igen', { body: said(rut, '– Igen.') })
  const release = await read('om-ror')
  const related = await listRelated({ ...release, topicIds: [topic], personIds: [rut] }, visit, 3)
  expect(related.map(({ title, topics, people }) => ({ title, topics, people }))).toEqual([
    { title: 'Också om rör', topics: ['Rör'], people: ['Rut Rör'] },
    { title: 'Rut igen', topics: [], people: ['Rut Rör'] },
  ])
  expect(await listRelated({ ...release, topicIds: [], personIds: [] }, visit, 3)).toEqual([])
})

test('before and after a release stand those published next to it that readers can see, in its language', async () => {
  await addRelease('Ett', {}, at(1))
  const second = await addRelease('Två', {}, at(2))
  await addRelease('Two', {}, { translationOf: second, ...at(3) })
  const gone = await addRelease('Tillbaka', {}, at(4))
  await addRelease('Tre', {}, at(5))
  await addRelease('Samma minut', {}, at(5))
  await addRelease('I morgon', {}, { at: new Date('2026-11-18T07:00:00Z') })
  await withdrawRelease(gone, { ...by, reason: 'Fel', redirectToId: null, now: noon })
  const around = async (slug: string) => {
    const { older, newer } = await getNeighbours(await read(slug), visit)
    return [older?.title, newer?.title]
  }
  expect(await around('tva')).toEqual(['Ett', 'Tre'])
  expect(await around('tre')).toEqual(['Två', 'Samma minut'])
  expect(await around('samma-minut')).toEqual(['Tre', undefined])
})
