import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { emptyDocument } from '#lib/document/rich-text.ts'
import { db, write } from '../../client.ts'
import { searchNewsroom } from '../../live/search.ts'
import { archivePerson } from '../../people/archive.ts'
import { withdrawRelease } from '../../releases/publication.ts'
import { emptyDraft } from '../../releases.ts'
import { media } from '../../schema/library.ts'
import { addPerson, addRelease, by, noon, said, saveAndPublish, visit } from '../../testing/newsroom.ts'
import { connections } from '../connections.ts'
import { searchDrafts } from './drafts.ts'
import { rebuildDraftSearch, rebuildSearch, renewSearch } from './rebuild.ts'

async function addDocument(title: string): Promise<string> {
  const [row] = await write((tx) =>
    tx
      .insert(media)
      .values({
        hash: title,
        filename: 'vattenplan-2026.pdf',
        mime: 'application/pdf',
        bytes: 2_000_000,
        width: 0,
        height: 0,
        renditions: [],
        alt: {},
        caption: { sv: 'Planen i sin helhet.' },
        title: { sv: title },
        createdAt: noon,
      })
      .returning(),
  )
  return row?.id ?? ''
}

const offering = (mediaId: string) => ({
  ...emptyDocument,
  content: [{ type: 'download' as const, attrs: { mediaId, title: '' } }],
})

/** Everything the index knows, whatever numbers it has given it. */
const everything = () => ({
  entries: db.all(
    sql`SELECT noun, target_id, release_id, language, title, lead, body, marks FROM search_entries ORDER BY 1, 2, 3, 7`,
  ),
  words: db.all(sql`SELECT language, word, entries FROM search_vocabulary ORDER BY 1, 2`),
  facets: db.all(sql`
    SELECT search_marks.marks AS marks, count(*) AS entries FROM search_facets
    JOIN search_marks ON search_marks.id = marks_id GROUP BY 1 ORDER BY 1`),
  parts: db.all(sql`SELECT word FROM search_word_parts WHERE word LIKE '%vatt%' ORDER BY 1`),
  drafts: db.all(sql`SELECT target_id, title, lead, body FROM search_documents ORDER BY 1`),
  found: db.all(sql`
    SELECT noun, target_id FROM search_index JOIN search_entries ON search_entries.id = search_index.rowid
    WHERE search_index MATCH '"sv:vattenplan"' ORDER BY 1, 2`),
})

test('a document is found by its title and its file’s name, while a live release offers it', async () => {
  const document = await addDocument('Vattenplan för Lövsele')
  const find = async (typed: string) => (await searchNewsroom(typed, { visit }))?.hits ?? []
  expect(await find('vattenplan')).toEqual([])
  const later = new Date(noon.getTime() + 1_000)
  await addRelease('Planen är klar', { body: offering(document) }, { at: later })
  expect(await find('vattenplan')).toEqual([])
  const id = await addRelease('Planen är bra', { body: offering(document) })
  expect(await find('vatten lovsele')).toMatchObject([
    { noun: 'document', document: { id: document, bytes: 2_000_000 }, source: { title: 'Planen är bra' } },
  ])
  expect(await find('"vattenplan 2026"')).toMatchObject([{ noun: 'document' }])
  await write((tx) => tx.update(media).set({ title: { sv: 'Regnplan' } }))
  expect(await find('regnplan')).toMatchObject([{ noun: 'document' }])
  expect(await find('lövsele')).toEqual([])
  await withdrawRelease(id, { ...by, reason: 'Fel.' })
  expect(await find('regnplan')).toEqual([])
})

test('whatever happens, the index is what it would be if it were made anew', async () => {
  const [one, other] = [await addPerson('Ada Vattendal'), await addPerson('Bo Vattendal')]
  const document = await addDocument('Vattenplan')
  const release = await addRelease('Vattenplanen', { body: said(one, 'Vattenplan här.'), lead: ['Vattenplan.'] })
  await addRelease('Hemligt vatten', { body: offering(document) }, { at: new Date('2027-01-01T08:00:00Z') })
  await saveAndPublish(
    release,
    { ...emptyDraft('report'), title: 'Vattenplan två', body: said(other, 'Nej.') },
    undefined,
    noon,
  )
  await archivePerson(one, by)
  const withdrawn = await addRelease('Vattenplan tre')
  await withdrawRelease(withdrawn, { ...by, reason: 'Fel.' })
  const kept = everything()
  expect(kept.found.length).toBeGreaterThan(0)
  await rebuildSearch()
  await rebuildDraftSearch()
  expect(everything()).toEqual(kept)
  await addRelease('Vattenplan fyra')
  expect((await searchNewsroom('fyra', { visit }))?.total).toBe(1)
  for (const index of ['search_index', 'search_words', 'search_parts', 'search_word_parts']) {
    connections().writing.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`)
  }
})

test('what was lost past the triggers is found again when everything is entered anew', async () => {
  const find = async () => (await searchNewsroom('återfunnet', { visit }))?.total
  const edition = () => db.get<{ number: number }>(sql`SELECT number FROM edition`).number
  await addRelease('Återfunnet vatten')
  connections().writing.exec(
    `INSERT INTO search_index (search_index) VALUES ('delete-all'); DELETE FROM search_vocabulary`,
  )
  expect(await find()).toBe(0)
  const before = edition()
  expect((await rebuildSearch()).entries).toBeGreaterThan(0)
  expect(await find()).toBe(1)
  expect(edition()).toBeGreaterThan(before)
})

test('an index made by an older folding is made anew when the newsroom is opened, once', async () => {
  const id = await addRelease('Żółw på ön')
  const { writing } = connections()
  // As it was left by a version that did not fold what it entered.
  writing.exec(`
    INSERT INTO search_made_for VALUES ('en sv', 1);
    UPDATE search_vocabulary SET word = 'żółw' WHERE word = 'zolw';
    INSERT INTO search_index (search_index) VALUES ('delete-all');
    DELETE FROM search_documents WHERE target_id = '${id}';
    INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
      VALUES ('release', '${id}', 'studio', 'sv', 'Łukasz Żółw', '', '')`)
  const find = async () => [(await searchNewsroom('zolw', { visit }))?.total, await searchDrafts('zolw')]
  expect(await find()).toEqual([0, []])
  await renewSearch()
  expect(await find()).toEqual([1, [id]])
  const edition = db.get(sql`SELECT number FROM edition`)
  await renewSearch()
  expect(db.get(sql`SELECT number FROM edition`)).toEqual(edition)
})
