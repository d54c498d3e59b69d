/** Nothing leaks before its time: not the page, its lists, its people, topics and series, nor its pictures. */
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { addMedia } from '#db/media.ts'
import { createPerson } from '#db/people.ts'
import { createSeries } from '#db/series.ts'
import { personInput } from '#db/testing/people.ts'
import { createTopic } from '#db/topics.ts'
import { listUsers } from '#db/users.ts'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'

test('a scheduled release is nowhere before its minute, and everywhere from it on', async ({
  request,
  page,
  signInAs,
}) => {
  const [member] = await listUsers()
  const by = { actor: { id: member?.id ?? '' }, now: new Date() }
  const mark = String(Date.now())
  const personId = await createPerson(personInput(`Siv ${mark}`), by)
  const topic = { name: `Hemligt ${mark}`, slug: `hemligt-${mark}`, intro: '' }
  const topicId = await createTopic({ texts: { sv: topic } }, by)
  const seriesId = await createSeries({ texts: { sv: topic } }, by)
  const blue = { create: { width: 400, height: 300, channels: 3, background: '#2447b2' } } as const
  const image = await addMedia({ bytes: await sharp(blue).png().toBuffer(), filename: 'kommande.png' }, by)
  const [title, words] = [`Kommer strax ${mark}`, `– Det här är inte sagt än, ${mark}.`]
  const release = await createTestRelease({
    title,
    topicIds: [topicId],
    seriesId,
    cards: [{ personId, role: 'Talesperson', organisation: '' }],
    hero: { mediaId: image.id, altDecision: 'decorative', alt: '', caption: '' },
    body: { type: 'doc', content: [{ type: 'quote', attrs: { personId }, content: [{ type: 'text', text: words }] }] },
  })
  await release.publish(new Date(Date.now() + 3_600_000))

  const get = (path: string) => request.get(path)
  const lists = ['/', '/nyheter', '/amnen', '/serier', `/personer/siv-${mark}`, `/sok?q=${mark}`]
  const shows = async (path: string) => {
    const text = await (await get(path)).text()
    return [title, words, topic.name, release.path].some((secret) => text.includes(secret))
  }
  const seen = async () => ({
    page: (await get(release.path)).status(),
    topic: (await get(`/amnen/${topic.slug}`)).status(),
    series: (await get(`/serier/${topic.slug}`)).status(),
    original: (await get(`/files/${image.id}/original.png`)).status(),
    size: (await get(`/files/${image.id}/320.webp`)).status(),
    lists: await Promise.all(lists.map(shows)),
  })
  const nowhere = { page: 404, topic: 404, series: 404, original: 404, size: 404, lists: lists.map(() => false) }
  const everywhere = { page: 200, topic: 200, series: 200, original: 200, size: 200, lists: lists.map(() => true) }
  expect(await seen()).toEqual(nowhere)
  await signInAs('contributor')
  const forMembers = await page.request.get(`/files/${image.id}/320.webp`)
  expect([forMembers.status(), forMembers.headers()['cache-control']]).toEqual([200, 'private, no-store'])
  expect(await seen(), 'also after a member has fetched the picture').toEqual(nowhere)
  // Set to a moment that is near: it comes while the pages made before it are kept.
  const at = new Date(Date.now() + 1_000)
  await release.publish(at)
  await seen()
  await wait(at.getTime() - Date.now() + 20)
  expect(await seen()).toEqual(everywhere)
})
