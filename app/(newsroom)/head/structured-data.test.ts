import { expect, test } from 'vitest'
import { db, write } from '#db/client.ts'
import { listAuthors } from '#db/live/authors.ts'
import { getLiveNewsroom } from '#db/live/newsroom.ts'
import { getLivePerson } from '#db/live/people.ts'
import { findRelease } from '#db/live/release.ts'
import { publishRelease } from '#db/releases/publication.ts'
import { getDraft } from '#db/releases/revisions.ts'
import { media } from '#db/schema/library.ts'
import { addImage, addPerson, addRelease, by, noon, use, visit } from '#db/testing/newsroom.ts'
import { createTopic } from '#db/topics.ts'
import { ninjsItem } from '#lib/formats/ninjs.ts'
import { correctionsHtml } from '../formats/corrections.ts'
import { ninjsItemOf } from '../formats/ninjs-item.ts'
import { releaseMetadata } from './metadata.ts'
import { newsArticle, profilePage } from './structured-data.ts'

const newsroom = await getLiveNewsroom('sv')
if (!newsroom) throw new Error('no newsroom')
const context = { newsroom, visit }

async function liveRelease(slug: string) {
  const answer = await findRelease(slug, visit)
  if (answer?.state !== 'live') throw new Error(`${slug} is not live`)
  const authors = await listAuthors(answer.release.byline, visit)
  return { release: answer.release, authors, data: newsArticle(context, answer.release, 'Kort', authors) }
}

test('each author is named alone, with their page where they have one', async () => {
  await addPerson('Łukasz Öst', { phone: '070-174 06 12' })
  await addRelease('Byline', { byline: 'Av professor Lukasz Öst och Kim Berg, foto: Eva Ek' })
  const { release, authors, data } = await liveRelease('byline')
  expect(data.author).toEqual([
    { '@type': 'Person', name: 'Łukasz Öst', url: expect.stringMatching(/\/personer\/lukasz-ost$/) },
    { '@type': 'Person', name: 'Kim Berg', url: undefined },
  ])
  const { openGraph } = releaseMetadata(context, release, authors)
  expect(openGraph).toMatchObject({ authors: [expect.stringMatching(/\/personer\/lukasz-ost$/), 'Kim Berg'] })
})

test('a text that nobody has signed is by the newsroom, and one signed by a desk is by that', async () => {
  await addRelease('Osignerad')
  await addRelease('Redaktionellt', { byline: 'Redaktionen' })
  expect((await liveRelease('osignerad')).data.author).toMatchObject([{ '@type': 'Organization', name: 'Provrummet' }])
  expect((await liveRelease('redaktionellt')).data.author).toMatchObject([
    { '@type': 'Organization', name: 'Redaktionen' },
  ])
})

test('the picture comes whole and in three shapes, with whose it is and where to ask for it', async () => {
  const id = await addImage('hjalte')
  await write((tx) => tx.update(media).set({ credit: 'Foto: Eva Ek/Bildbyrån', licence: 'cc-by-4.0' }))
  await addRelease('Bild', { hero: { ...use(id), caption: 'En ring' } })
  const { data } = await liveRelease('bild')
  expect(data.image).toHaveLength(4)
  const sizes = data.image.map((image) => Object(image) as Record<string, string>)
  for (const image of sizes) {
    expect(image).toMatchObject({
      '@type': 'ImageObject',
      contentUrl: image.url,
      caption: 'En ring',
      creator: [{ '@type': 'Person', name: 'Eva Ek' }],
      creditText: 'Foto: Eva Ek/Bildbyrån',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      acquireLicensePage: expect.stringMatching(/^http.*\/press\/bilder$/),
    })
  }
  const ratios = sizes.slice(1).map(({ width, height }) => Number(width) / Number(height))
  expect(ratios[0]).toBeCloseTo(1, 2)
  expect(ratios[1]).toBeCloseTo(4 / 3, 1)
  expect(ratios[2]).toBeCloseTo(16 / 9, 1)
})

test('a correction reaches feeds, news agencies and search engines', async () => {
  const id = await addRelease('Rättat', {})
  const { version = 0 } = (await getDraft(id)) ?? {}
  const change = { kind: 'correction', wrong: 'Halten var 3 µg.', text: 'Halten var <LOD.' } as const
  const correction = 'Fel: Halten var 3 µg. Rätt: Halten var <LOD.'
  await publishRelease(id, { ...by, now: noon, baseVersion: version, at: null, change })
  const { release, data } = await liveRelease('rattat')
  expect(data.correction).toEqual([
    { '@type': 'CorrectionComment', text: correction, datePublished: '2026-11-17T12:00:00+01:00' },
  ])
  expect(data.dateModified).toBe('2026-11-17T12:00:00+01:00')
  expect(data.publisher.correctionsPolicy).toMatch(/\/rattelser$/)
  const said = 'Rättelse 17 november 2026 kl. 12.00.'
  expect(correctionsHtml(context, release)).toBe(`<p><strong>${said}</strong> ${correction.replace('<', '&lt;')}</p>`)
  expect(ninjsItem.parse(ninjsItemOf(context, release)).edNote).toBe(`${said} ${correction}`)
  expect(ninjsItemOf(context, (await liveRelease('byline')).release)).not.toHaveProperty('edNote')
})

test('how AI was used is told to programs where the newsroom says so, and only there', async () => {
  const ai = { uses: ['draft' as const], note: '' }
  await addRelease('Med AI', { ai })
  const { release } = await liveRelease('med-ai')
  const told = (aiDisclosure: 'none' | 'data') => {
    const there = { ...context, newsroom: { ...context.newsroom, aiDisclosure } }
    const { backstory } = newsArticle(there, release, '', []) as { backstory?: string }
    const { edNote, genres } = ninjsItem.parse(ninjsItemOf(there, release))
    return { backstory, edNote, genres: genres.map(({ literal }) => literal) }
  }
  const said = 'AI har använts till utkast till texten.'
  expect(told('none')).toEqual({ backstory: undefined, edNote: undefined, genres: ['news'] })
  expect(told('data')).toEqual({
    backstory: said,
    edNote: said,
    genres: ['news', 'compositeWithTrainedAlgorithmicMedia'],
  })
})

test('a person’s page says that it is one, and how to call them from anywhere', async () => {
  const person = await getLivePerson('lukasz-ost', visit)
  if (!person) throw new Error('nobody')
  expect(profilePage(context, person, 'Kort')).toMatchObject({
    '@type': 'ProfilePage',
    url: expect.stringMatching(/\/personer\/lukasz-ost$/),
    mainEntity: { '@type': 'Person', name: 'Łukasz Öst', telephone: '+46 70 174 06 12' },
  })
})

test('link previews are told the section, the topics and the other languages', async () => {
  const topic = await createTopic({ texts: { sv: { name: 'Vatten', slug: '', intro: '' } } }, by)
  const id = await addRelease('På två språk', { topicIds: [topic] })
  await addRelease('In two languages', {}, { translationOf: id })
  const { release, authors } = await liveRelease('pa-tva-sprak')
  expect(releaseMetadata(context, release, authors)).toMatchObject({
    openGraph: { section: 'Nyhet', tags: ['Vatten'], locale: 'sv_SE', alternateLocale: ['en_GB'] },
    alternates: { types: { 'text/markdown': '/nyheter/pa-tva-sprak.md' } },
  })
})

test('news agencies get telephone numbers that can be dialled from anywhere', async () => {
  const [contact] = await db.query.people.findMany()
  await addRelease('Kontakt', { contactIds: [contact?.id ?? ''] })
  const { people } = ninjsItemOf(context, (await liveRelease('kontakt')).release)
  expect(people.find(({ rel }) => rel === 'contact')?.contactInfo).toContainEqual({
    type: 'phone',
    role: 'press',
    value: '+46 70 174 06 12',
  })
})
