import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyDocument } from '#lib/document/rich-text.ts'
import { write } from '../../client.ts'
import { databasePath } from '../../engine/data-directory.ts'
import { searchNewsroom } from '../../live/search.ts'
import { saveDraft } from '../../releases/revisions.ts'
import { createRelease, emptyDraft } from '../../releases.ts'
import { editionNow } from '../../testing/edition.ts'
import { addPerson, addRelease, by, morning, visit } from '../../testing/newsroom.ts'
import { searchDrafts } from './drafts.ts'
import { renewSearch } from './rebuild.ts'

/** Another program, which knows nothing of this newsroom but its file. */
let other: Database.Database
beforeAll(async () => {
  await renewSearch()
  other = new Database(databasePath())
})
afterAll(() => void other.close())

const foundBy = async (typed: string) => (await searchNewsroom(typed, { visit }))?.hits.map((hit) => hit.noun)

test('what another program has changed is found after the next change', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  await saveDraft(id, { ...emptyDraft('news'), title: 'Abborre' }, { ...by, baseVersion: 1, reason: 'autosave' })
  await addPerson('Nora Fisk')
  other.exec(`
    UPDATE revisions SET title = 'Braxen' WHERE release_id = '${id}';
    UPDATE people SET name = 'Nora Sjö' WHERE name = 'Nora Fisk'`)
  // A page of hits that is stored now does not know what is found after the next change.
  const before = await editionNow()
  await write(async () => {})
  expect(await editionNow()).toBeGreaterThan(before)
  expect([await searchDrafts('abborre'), await searchDrafts('braxen')]).toEqual([[], [id]])
  expect([await foundBy('fisk'), await foundBy('sjö')]).toEqual([[], ['person']])
})

test('what is entered for the studio alone does not have readers’ pages checked', async () => {
  const before = await editionNow()
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  await saveDraft(id, { ...emptyDraft('news'), title: 'Gösen' }, { ...by, baseVersion: 1, reason: 'autosave' })
  expect(await searchDrafts('gösen')).toEqual([id])
  expect(await editionNow()).toBe(before)
})

test('what another program has added is found once the newsroom is opened, and what it deletes is not', async () => {
  const text = 'Gäddan gick till.'
  const body = JSON.stringify({
    ...emptyDocument,
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })
  const at = morning.getTime()
  other.exec(`
    INSERT INTO releases (id, story_id, language, slug, draft_revision_id, live_revision_id, draft_version, publish_at, created_at, updated_at, source_authors)
      VALUES ('added', 'added', 'sv', 'added', 'added-1', 'added-1', 1, ${at}, ${at}, ${at}, '[]')`)
  other
    .prepare(`
      INSERT INTO revisions (id, release_id, number, reason, kind, title, slug, lead, body, place, byline, summary, created_at, saved_at)
        VALUES ('added-1', 'added', 1, 'publish', 'news', 'Fiskafänge', '', '["Lekdags."]', ?, '', '', '', ${at}, ${at})`)
    .run(body)
  await renewSearch()
  for (const typed of ['fiskafänge', 'lekdags', 'gäddan']) {
    expect([await foundBy(typed), await searchDrafts(typed)], typed).toEqual([['release'], ['added']])
  }
  other.pragma('foreign_keys = OFF')
  other.exec("DELETE FROM releases WHERE id = 'added'")
  await write(async () => {})
  expect([await foundBy('gäddan'), await searchDrafts('gäddan')]).toEqual([[], []])
  expect(await foundBy('fiskafanget')).toEqual([])
})

test('what another program has written so that it cannot be read keeps nothing else from being found', async () => {
  const [odd, even] = [await addRelease('Mörten'), await createRelease({ language: 'sv', kind: 'news' }, by)]
  other.exec(`
    UPDATE revisions SET body = 'no JSON' WHERE release_id = '${even}';
    UPDATE people SET short_bio = '[' WHERE name = 'Nora Sjö'`)
  await saveDraft(odd, { ...emptyDraft('news'), title: 'Sarven' }, { ...by, baseVersion: 3, reason: 'autosave' })
  expect([await searchDrafts('sarven'), await foundBy('sjö')]).toEqual([[odd], ['person']])
  other.exec(`UPDATE people SET short_bio = '{}' WHERE name = 'Nora Sjö'`)
  await write(async () => {})
  expect(await foundBy('sjö')).toEqual(['person'])
})

test('what another program undoes was never entered, and a change that fails leaves the marks to the next', async () => {
  other.exec("BEGIN; UPDATE people SET name = 'Nora Bäck' WHERE name = 'Nora Sjö'; ROLLBACK")
  await write(async () => {})
  expect(await foundBy('bäck')).toEqual([])
  other.exec("UPDATE people SET name = 'Nora Älv' WHERE name = 'Nora Sjö'")
  await expect(
    write(async () => {
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(await foundBy('älv')).toEqual([])
  await write(async () => {})
  expect(await foundBy('älv')).toEqual(['person'])
})
