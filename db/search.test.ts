import { expect, test } from 'vitest'
import { write } from './client.ts'
import { publishRelease, withdrawRelease } from './publication.ts'
import { createRelease, emptyDraft } from './releases.ts'
import { saveDraft } from './revisions.ts'
import { people } from './schema.ts'
import { searchDrafts, searchNewsroom } from './search.ts'
import { createUser } from './users.ts'

const now = new Date('2026-11-20T08:00:00Z')
const later = new Date('2026-11-21T08:00:00Z')
const actor = await createUser(
  { name: 'Amina', email: 'amina@example.org', password: 'pressrum-demo', role: 'editor', language: 'sv' },
  now,
)

async function release(title: string, text: string, at: Date | null = null) {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now })
  const body = {
    type: 'doc' as const,
    content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
  }
  const { version } = await saveDraft(
    id,
    { ...emptyDraft('news'), title, body },
    { actor, baseVersion: 1, reason: 'save', now },
  )
  await publishRelease(id, { actor, baseVersion: version, at, now })
  return id
}

const titles = async (typed: string, when = now) => {
  const { hits, total } = await searchNewsroom(typed, { language: 'sv', page: 1, now: when })
  expect(total).toBeGreaterThanOrEqual(hits.length)
  return hits.map((hit) => hit.title.map((part) => part.text).join(''))
}

await release('Produktionslyftet växer', 'Fler verkstäder är med.')
await release('Nytt i Lövsele', 'Birgitta Öjmertz talar om lyftet.')
const scheduled = await release('Hemlig kanalgrävning', 'Ännu inte.', later)

test('letters are folded: ojmertz finds Öjmertz', async () => {
  expect(await titles('ojmertz')).toEqual(['Nytt i Lövsele'])
  expect(await titles('ÖJMERTZ')).toEqual(['Nytt i Lövsele'])
})

test('a part of a compound finds it, after the releases that have the word itself', async () => {
  expect(await titles('lyftet')).toEqual(['Nytt i Lövsele', 'Produktionslyftet växer'])
})

test('a scheduled release is not found before its minute, and a withdrawn one not after', async () => {
  expect(await titles('kanalgrävning')).toEqual([])
  expect(await titles('kanalgrävning', later)).toEqual(['Hemlig kanalgrävning'])
  await withdrawRelease(scheduled, { actor, reason: 'Fel.', now: later })
  expect(await titles('kanalgrävning', later)).toEqual([])
})

test('whoever a quote is set with is found by name', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now })
  const attribution = { place: 'after' as const, verb: 'säger', named: 'Torvald Gråberg, smed' }
  const content = [{ type: 'text' as const, text: '– Järnet är varmt.' }]
  const body = {
    type: 'doc' as const,
    content: [{ type: 'quote' as const, attrs: { personId: null, attribution }, content }],
  }
  const draft = { ...emptyDraft('news'), title: 'Från smedjan', body }
  const { version } = await saveDraft(id, draft, { actor, baseVersion: 1, reason: 'save', now })
  await publishRelease(id, { actor, baseVersion: version, at: null, now })
  expect(await titles('graberg')).toEqual(['Från smedjan'])
})

test('the studio finds what is being written', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now })
  await saveDraft(id, { ...emptyDraft('news'), title: 'Grodor' }, { actor, baseVersion: 1, reason: 'autosave', now })
  expect(await searchDrafts('grod')).toEqual([id])
  await saveDraft(id, { ...emptyDraft('news'), title: 'Paddor' }, { actor, baseVersion: 2, reason: 'autosave', now })
  expect(await searchDrafts('grod')).toEqual([])
  expect(await titles('paddor')).toEqual([])
})

test('people are found by name until they are archived', async () => {
  await write(async (tx) => {
    await tx.insert(people).values({
      name: 'Åsa Åkesdotter',
      sortName: 'Åkesdotter, Åsa',
      slug: 'asa',
      links: [],
      shortBio: { sv: 'Kan kräftor.' },
      longBio: {},
      speaks: [],
      portraitAlt: {},
      createdAt: now,
    })
  })
  expect(await titles('akesdotter')).toEqual(['Åsa Åkesdotter'])
  expect(await titles('kräftor')).toEqual(['Åsa Åkesdotter'])
  await write(async (tx) => {
    await tx.update(people).set({ archivedAt: now })
  })
  expect(await titles('akesdotter')).toEqual([])
})

test.each([
  '',
  '   ',
  '"',
  '*',
  'NEAR(',
  'a OR',
  '^x',
  'title:x',
  '-',
  '") OR 1=1 --',
  '\u0000',
  '🐟',
  'x'.repeat(10_000),
  '%_',
])('odd input %j is an answer, never an error', async (typed) => {
  expect(Array.isArray(await titles(typed))).toBe(true)
})

test('hits are marked in the text as it is written', async () => {
  const { hits } = await searchNewsroom('ojmertz', { language: 'sv', page: 1, now })
  expect(hits[0]?.excerpt.filter((part) => part.hit)).toEqual([{ text: 'Öjmertz', hit: true }])
})
