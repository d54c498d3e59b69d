import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { emptyDocument } from '#lib/document/rich-text.ts'
import { oddQueries } from '#lib/search/testing.ts'
import { write } from '../client.ts'
import { archivePerson, restorePerson } from '../people/archive.ts'
import { withdrawRelease } from '../releases/publication.ts'
import type { Draft } from '../releases/revisions.ts'
import { createRelease, emptyDraft } from '../releases.ts'
import { people } from '../schema/people.ts'
import { addPerson, addRelease, by, morning, noon, said, saveAndPublish, visit } from '../testing/newsroom.ts'
import { type SearchFilter, searchNewsroom } from './search.ts'

const english = { ...visit, language: 'en' } as const
const text = (...lines: string[]) => ({
  ...emptyDocument,
  content: lines.map((line) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text: line }] })),
})
const plain = (marked: { text: string }[]) => marked.map((part) => part.text).join('')
const search = async (
  typed: string,
  choice: SearchFilter & { page?: number } = {},
  who: typeof visit | typeof english = visit,
) =>
  (await searchNewsroom(typed, { visit: who, ...choice })) ?? {
    hits: [],
    total: 0,
    suggestion: undefined,
    facets: undefined,
  }
const titles = async (...asked: Parameters<typeof search>) => {
  const { hits } = await search(...asked)
  return hits.map((hit) => plain(hit.title) || plain(hit.excerpt))
}

async function addEarlier(title: string, at: Date, more: Partial<Draft> = {}) {
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  await saveAndPublish(id, { ...emptyDraft('news'), title, ...more }, undefined, at)
}

await addRelease('Produktionslyftet växer', { body: text('Fler verkstäder är med.') })
await addRelease('Nytt i Lövsele', { body: text('Birgitta Öjmertz talar om dricksvattenprojektet.') })
await addRelease('Processvattnet renas', {
  lead: ['Kommunerna betalar.'],
  body: text('Kostnaden är 48 miljoner kronor.'),
})
await addRelease('Så mår Östersjön', {
  body: text('Forskarna mäter varje fångst i fångstnät från Åland och Zürich. Idén är Renés.'),
})
const swedish = await addRelease('Två gånger om', {
  body: text('Böckerna står i museet. Nyckeln hänger där, sade EU:s talesman. Ann-Sofies klimatanpassning skrevs ner.'),
})
await addRelease(
  'The cities invest in wastewater',
  { body: text('Women are planning studies of a new membrane, running twice.') },
  { translationOf: swedish },
)

/** What is typed, and what of the above it must find, and nothing else. */
const swedishPairs: [string, string[]][] = [
  ['ö', ['Nytt i Lövsele', 'Så mår Östersjön', 'Två gånger om']],
  ['öj', ['Nytt i Lövsele']],
  ['lyftet', ['Produktionslyftet växer']],
  ['lyft', ['Produktionslyftet växer']],
  ['produktionen', ['Produktionslyftet växer']],
  ['produktion', ['Produktionslyftet växer']],
  ['verkstad', ['Produktionslyftet växer']],
  ['verkstaden', ['Produktionslyftet växer']],
  ['växa', ['Produktionslyftet växer']],
  ['ojmertz', ['Nytt i Lövsele']],
  ['ÖJMERTZ', ['Nytt i Lövsele']],
  ['Öjmertz', ['Nytt i Lövsele']],
  ['lovsele', ['Nytt i Lövsele']],
  ['projekt', ['Nytt i Lövsele']],
  ['vatten', ['Processvattnet renas', 'Nytt i Lövsele']],
  ['vattnet', ['Processvattnet renas', 'Nytt i Lövsele']],
  ['processvatten', ['Processvattnet renas']],
  ['kommun', ['Processvattnet renas']],
  ['kommunernas', ['Processvattnet renas']],
  ['kostnader', ['Processvattnet renas']],
  ['ost', ['Så mår Östersjön']],
  ['rum', []],
  ['forskare', ['Så mår Östersjön']],
  ['nät', ['Så mår Östersjön']],
  ['aland', ['Så mår Östersjön']],
  ['zurich', ['Så mår Östersjön']],
  ['ide', ['Så mår Östersjön']],
  ['rene', ['Så mår Östersjön']],
  ['bok', ['Två gånger om']],
  ['museum', ['Två gånger om']],
  ['nyckel', ['Två gånger om']],
  ['EU', ['Två gånger om']],
  ['skriver', ['Två gånger om']],
  ['säger', ['Två gånger om']],
  ['anpassning', ['Två gånger om']],
  ['ann-sofie', ['Två gånger om']],
  ['museum,bok', ['Två gånger om']],
  ['museum AND bok', ['Två gånger om']],
  ['mu\u200bseum\u202e', ['Två gånger om']],
  ['"48 miljoner"', ['Processvattnet renas']],
  ['"miljoner 48"', []],
  ['"48 miljon"', []],
  ['vatten -kommun', ['Nytt i Lövsele']],
  ['vatten -"48 miljoner"', ['Nytt i Lövsele']],
  // What is left out is left out of compounds too, where it is surely a part; and not where it was asked for.
  ['vatten -dricksvatten', ['Processvattnet renas']],
  ['projekt -dricksvatten', []],
  ['forskare -ost', ['Så mår Östersjön']],
  ['processvatten -vatten', ['Processvattnet renas']],
  ['processvattnet miljoner', ['Processvattnet renas']],
  ['processvattnet museum', []],
  ['cities', []],
  ['kommun i processvattnet', ['Processvattnet renas']],
]

test.each(swedishPairs)('in Swedish %s finds %j', async (typed, expected) => {
  expect((await titles(typed)).sort()).toEqual(expected.toSorted())
})

const found = ['The cities invest in wastewater']
const englishPairs: [string, string[]][] = [
  ['city', found],
  ['investing', found],
  ['invested', found],
  ['water', found],
  ['woman', found],
  ['plan', found],
  ['study', found],
  ['membranes', found],
  ['run', found],
  ['wast', found],
  ['"running twice"', found],
  ['"twice running"', []],
  ['city -membranes', []],
  ['kommun', []],
]

test.each(englishPairs)('in English %s finds %j', async (typed, expected) => {
  expect(await titles(typed, {}, english)).toEqual(expected)
})

test('what stands in the title comes before what stands in the lead, and that before the rest; the newest first', async () => {
  await addEarlier('Krabborna kommer', new Date('2026-11-10T07:00:00Z'))
  await addRelease('A', { body: text('Krabborna är här.') })
  await addRelease('B', { lead: ['Krabborna är här.'] })
  await addEarlier('Krabborna går', new Date('2026-11-12T07:00:00Z'))
  expect(await titles('krabborna')).toEqual(['Krabborna går', 'Krabborna kommer', 'B', 'A'])
})

test('nothing is found, counted, offered or proposed before its minute, nor when it is withdrawn', async () => {
  const at = new Date(noon.getTime() + 60_000)
  const later = { ...visit, now: at }
  const speaker = await addPerson('Sture Kanalmästare')
  const id = await addRelease('Hemlig kanalgrävning', { body: said(speaker, 'Ett grävskopemysterium.') }, { at })
  expect(await search('kanalgrävning')).toMatchObject({
    hits: [],
    total: 0,
    facets: { kinds: [], people: [], years: [] },
  })
  expect(await search('kanalgrävnign')).toMatchObject({ total: 0, suggestion: undefined })
  expect((await search('sture')).facets?.kinds).toEqual([{ kind: 'person', entries: 1 }])
  expect((await searchNewsroom('kanalgrävnign', { visit: later }))?.suggestion).toBe('kanalgrävning')
  expect((await searchNewsroom('kanalgrävning', { visit: later }))?.total).toBe(1)
  expect((await searchNewsroom('grävskopemysterium', { visit: later }))?.hits.map(({ noun }) => noun).sort()).toEqual([
    'quote',
    'release',
  ])
  await withdrawRelease(id, { actor: by.actor, reason: 'Fel.', now: at })
  expect((await searchNewsroom('kanalgrävning', { visit: later }))?.total).toBe(0)
  expect((await searchNewsroom('kanalgrävnign', { visit: later }))?.suggestion).toBeUndefined()
})

test('what is published again is found by its new words only', async () => {
  const id = await addRelease('Trollsländor i sikte', {})
  await saveAndPublish(id, { ...emptyDraft('news'), title: 'Nattsländor i sikte' }, undefined, noon)
  expect(await titles('trollsländor')).toEqual([])
  expect(await titles('nattsländor')).toEqual(['Nattsländor i sikte'])
})

test('people are found by name and by what is written of them, until they are archived', async () => {
  const id = await addPerson('Åsa Åkesdotter', { shortBio: { sv: 'Kan kräftor.', en: 'Knows crayfish.' } })
  expect(await titles('akesdotter')).toEqual(['Åsa Åkesdotter'])
  expect(await titles('kräftor')).toEqual(['Åsa Åkesdotter'])
  expect(await titles('crayfish', {}, english)).toEqual(['Åsa Åkesdotter'])
  await archivePerson(id, by)
  expect(await titles('akesdotter')).toEqual([])
  expect((await search('akesdoter')).suggestion).toBeUndefined()
  await restorePerson(id, by)
  expect((await search('akesdoter')).suggestion).toBe('åkesdotter')
})

test('a quote is found by its words and its speaker, who is archived without a link and renamed everywhere', async () => {
  const id = await addPerson('Torvald Gråberg')
  await addRelease('Från smedjan', { body: said(id, 'Järnet är glödhett.') })
  const { hits } = await search('glödhett')
  const quote = hits.find((hit) => hit.noun === 'quote')
  expect(quote).toMatchObject({ speaker: { name: 'Torvald Gråberg' }, source: { title: 'Från smedjan' } })
  expect((await search('torvald', { kind: 'quote' })).total).toBe(1)
  await write((tx) => tx.update(people).set({ name: 'Torvald Bessemer' }).where(eq(people.id, id)))
  expect((await search('bessemer', { kind: 'quote' })).total).toBe(1)
  expect((await search('gråberg', { kind: 'quote' })).total).toBe(0)
  await archivePerson(id, by)
  const [archived] = (await search('bessemer')).hits
  expect(archived).toMatchObject({ noun: 'quote', speaker: { slug: null } })
  expect((await search('bessemer')).facets?.people).toEqual([])
})

test('a choice narrows, and is offered only where it leads somewhere', async () => {
  await addEarlier('Älgar i gryning', new Date('2024-12-31T23:30:00Z'), { kind: 'report' })
  await addEarlier('Älgar i skymning', new Date('2024-12-31T22:30:00Z'))
  const { facets, total } = await search('älgar')
  expect(total).toBe(2)
  expect(facets?.years).toEqual([
    { year: 2025, entries: 1 },
    { year: 2024, entries: 1 },
  ])
  expect(await titles('älgar', { year: 2025 })).toEqual(['Älgar i gryning'])
  expect(await titles('älgar', { year: 2024 })).toEqual(['Älgar i skymning'])
  expect(await titles('älgar', { kind: 'report' })).toEqual(['Älgar i gryning'])
  expect(await titles('älgar', { kind: 'press' })).toEqual([])
  expect(await titles('älgar', { year: 1999 })).toEqual([])
})

test('texts in another language are found when they are asked for, and otherwise only counted', async () => {
  expect((await search('wastewater')).facets?.languages).toEqual([{ language: 'en', entries: 1 }])
  expect(await titles('wastewater', { within: 'en' })).toEqual(found)
  expect(await titles('wastewater', { within: 'all' })).toEqual(found)
})

test.each([
  ['procesvattnet', 'processvattnet'],
  ['prcoessvattnet', 'processvattnet'],
  ['Birgita Öjmertz', 'birgitta Öjmertz'],
  ['zzzzzzzz', undefined],
  ['xy', undefined],
])('%s may have meant %s', async (typed, suggestion) => {
  expect((await search(typed)).suggestion).toBe(suggestion)
})

test('what is found is marked whole, in the text as it is written', async () => {
  const { hits } = await search('ojmertz vatten')
  const marks = hits[0]?.excerpt.filter((part) => part.hit).map((part) => part.text)
  expect(marks).toEqual(['Öjmertz', 'dricksvattenprojektet'])
})

test('pages follow on one another and end', async () => {
  for (let n = 1; n <= 12; n++) {
    await addEarlier(`Sidvändare ${n}`, new Date(morning.getTime() - n * 10_000))
  }
  const [first, second] = [await titles('sidvändare'), await titles('sidvändare', { page: 2 })]
  expect(first).toHaveLength(10)
  expect([...first, ...second]).toEqual(Array.from({ length: 12 }, (_, n) => `Sidvändare ${n + 1}`))
  expect(await titles('sidvändare', { page: 3 })).toEqual([])
})

test.each(oddQueries)('odd input %j is an answer, never an error', async (typed) => {
  expect(Array.isArray((await search(typed)).hits)).toBe(true)
})

test('what was found stands newest first when that is asked for, on every page, and people come last', async () => {
  for (const year of [2019, 2021, 2020])
    await addEarlier(`Fjällvatten ${year}`, new Date(`${year}-05-05T08:00:00Z`), { body: text('Om fjällvattnet.') })
  await addEarlier('Annat', new Date('2022-05-05T08:00:00Z'), { body: text('Också om fjällvatten.') })
  await addPerson('Fjällvatten Persson')
  const newest = ['Annat', 'Fjällvatten 2021', 'Fjällvatten 2020', 'Fjällvatten 2019', 'Fjällvatten Persson']
  expect(await titles('fjällvatten', { byDate: true })).toEqual(newest)
  expect((await titles('fjällvatten')).at(-1)).toBe('Annat')
  expect(await titles('fjällvatten', { byDate: true, year: 2020 })).toEqual(['Fjällvatten 2020'])
  expect(await titles('fjällvatten', { byDate: true, page: 2 })).toEqual([])
})
