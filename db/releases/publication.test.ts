import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { createRelease, createTranslation, emptyDraft, getRelease, statusOf } from '../releases.ts'
import { redirects } from '../schema/newsroom.ts'
import { revisions } from '../schema/releases.ts'
import { editionNow } from '../testing/edition.ts'
import { actor, now } from '../testing/editor.ts'
import { addMember } from '../testing/members.ts'
import { refused } from '../testing/refused.ts'
import { cancelSchedule, publishRelease, publishTogether, withdrawRelease } from './publication.ts'
import { smallChange } from './published/change-notice.ts'
import { getDraft, saveDraft } from './revisions.ts'
import { takeBackTogether } from './take-back.ts'

const later = new Date('2026-11-21T08:00:00Z')
const other = await addMember('Johan')

async function written(title: string) {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now })
  const { version } = await saveDraft(
    id,
    { ...emptyDraft('news'), title },
    { actor, baseVersion: 1, reason: 'autosave', now },
  )
  return { id, version }
}

test('a draft save leaves the edition as it is; publishing, withdrawing and correcting raise it', async () => {
  const { id, version } = await written('Vatten')
  const before = await editionNow()
  const saved = await saveDraft(
    id,
    { ...emptyDraft('news'), title: 'Vatten igen' },
    { actor, baseVersion: version, reason: 'save', now },
  )
  expect(await editionNow()).toBe(before)
  await publishRelease(id, { actor, baseVersion: saved.version, at: null, now })
  expect(await editionNow()).toBeGreaterThan(before)
})

test('a stale save is refused and overwrites nothing', async () => {
  const { id, version } = await written('Först')
  await saveDraft(
    id,
    { ...emptyDraft('news'), title: 'Tvåa' },
    { actor: other, baseVersion: version, reason: 'autosave', now },
  )
  await expect(
    saveDraft(
      id,
      { ...emptyDraft('news'), title: 'För sent' },
      { actor, baseVersion: version, reason: 'autosave', now },
    ),
  ).rejects.toEqual(refused('stale'))
  expect((await getDraft(id))?.draft.title).toBe('Tvåa')
})

test('an editor taking over leaves the other’s text as a version of its own', async () => {
  const { id, version } = await written('Aminas text')
  await saveDraft(
    id,
    { ...emptyDraft('news'), title: 'Johans text' },
    { actor: other, baseVersion: version, reason: 'autosave', now },
  )
  const { title, reason, releaseId, number } = revisions
  const kept = await db.select({ title, reason }).from(revisions).where(eq(releaseId, id)).orderBy(asc(number))
  expect(kept).toEqual([
    { title: 'Aminas text', reason: 'takeover' },
    { title: 'Johans text', reason: 'autosave' },
  ])
})

test('editing a live release changes nothing public until it is published again', async () => {
  const { id, version } = await written('Synlig')
  await publishRelease(id, { actor, baseVersion: version, at: null, now })
  const live = (await getRelease(id))?.liveRevisionId
  await saveDraft(
    id,
    { ...emptyDraft('news'), title: 'Osynlig' },
    { actor, baseVersion: version + 1, reason: 'autosave', now: later },
  )
  expect((await getRelease(id))?.liveRevisionId).toBe(live)
  const [shown] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.id, live ?? ''))
  expect(shown?.title).toBe('Synlig')
})

test('the database itself refuses to change a revision readers see', async () => {
  const { id, version } = await written('Orörd')
  await publishRelease(id, { actor, baseVersion: version, at: null, now })
  const change = write(async (tx) => {
    await tx.update(revisions).set({ title: 'Ändrad' }).where(eq(revisions.releaseId, id))
  })
  await expect(change).rejects.toThrow('a live revision never changes')
})

test('a changed address leaves a redirect, and nobody else can take it', async () => {
  const { id, version } = await written('Gammal adress')
  await publishRelease(id, { actor, baseVersion: version, at: null, now })
  const draft = { ...emptyDraft('news' as const), title: 'Gammal adress', slug: 'ny-adress' }
  const saved = await saveDraft(id, draft, { actor, baseVersion: version + 1, reason: 'save', now: later })
  await publishRelease(id, { actor, baseVersion: saved.version, at: null, change: smallChange, now: later })
  expect((await getRelease(id))?.slug).toBe('ny-adress')
  const [redirect] = await db.select().from(redirects).where(eq(redirects.slug, 'gammal-adress'))
  expect(redirect?.targetId).toBe(id)
  const thief = await written('Gammal adress')
  await publishRelease(thief.id, { actor, baseVersion: thief.version, at: null, now: later })
  expect((await getRelease(thief.id))?.slug).toBe('gammal-adress-2')
})

test('a scheduled release is not live before its minute, and can be taken back', async () => {
  const { id, version } = await written('Snart')
  await publishRelease(id, { actor, baseVersion: version, at: later, now })
  const scheduled = await getRelease(id)
  expect(scheduled && statusOf(scheduled, now)).toBe('scheduled')
  expect(scheduled && statusOf(scheduled, later)).toBe('live')
  await cancelSchedule(id, { actor, now })
  const back = await getRelease(id)
  expect(back && statusOf(back, later)).toBe('draft')
})

test('of two who withdraw a release at once, or publish it, one has and the other is told', async () => {
  const { id, version } = await written('Två om en')
  const publish = (by: typeof other) => publishRelease(id, { actor: by, baseVersion: version, at: null, now })
  const published = await Promise.allSettled([
    publish(other),
    publishRelease(id, { actor, baseVersion: version, at: null, now }),
  ])
  expect(published.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(published[1]).toMatchObject({ reason: { code: 'stale' } })
  const withdraw = (reason: string) => withdrawRelease(id, { actor, reason, now: later })
  const withdrawn = await Promise.allSettled([withdraw('Fel.'), withdraw('Också fel.')])
  expect(withdrawn.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(withdrawn[1]).toMatchObject({ reason: { code: 'not-live' } })
  expect((await getRelease(id))?.withdrawnReason).toBe('Fel.')
})

test('a withdrawal needs a reason and a release that readers see', async () => {
  const { id, version } = await written('Fel uppgift')
  await expect(withdrawRelease(id, { actor, reason: 'Fel', now })).rejects.toEqual(refused('not-live'))
  await publishRelease(id, { actor, baseVersion: version, at: null, now })
  await expect(withdrawRelease(id, { actor, reason: ' ', now })).rejects.toEqual(refused('reason-missing'))
  await withdrawRelease(id, { actor, reason: 'Uppgiften var fel.', now: later })
  const withdrawn = await getRelease(id)
  expect(withdrawn && statusOf(withdrawn, later)).toBe('withdrawn')
})

test('an undecided picture and a missing headline stop a publication', async () => {
  const id = await createRelease({ language: 'sv', kind: 'press' }, { actor, now })
  await expect(publishRelease(id, { actor, baseVersion: 1, at: null, now })).rejects.toEqual(refused('blocked'))
})

test.each([
  ['an unknown node', { type: 'doc', content: [{ type: 'script' }] }, 'malformed-document'],
  [
    'an unknown attribute',
    { type: 'doc', content: [{ type: 'paragraph', attrs: { onclick: 'x' } }] },
    'malformed-document',
  ],
  [
    'a javascript: link',
    {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'klicka', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        },
      ],
    },
    'unsafe-link',
  ],
])('%s is refused and nothing is stored', async (_, body, code) => {
  const { id, version } = await written('Hel')
  const save = saveDraft(
    id,
    { ...emptyDraft('news'), title: 'Trasig', body },
    { actor, baseVersion: version, reason: 'save', now },
  )
  await expect(save).rejects.toEqual(refused(code))
  expect((await getDraft(id))?.draft.title).toBe('Hel')
})

const statusNow = async (id: string) => {
  const release = await getRelease(id)
  return release && statusOf(release, now)
}

test('both languages go out together or not at all, once, and are taken back together', async () => {
  const { id, version } = await written('Båda')
  const english = await createTranslation(id, 'en', { actor, now })
  const both = [{ id: english, baseVersion: (await getDraft(english))?.version ?? 0 }]
  const how = { actor, baseVersion: version, at: null, key: 'en-enda-tryckning', now }

  const stranger = await written('En annan berättelse')
  await expect(publishTogether(id, [{ ...stranger, baseVersion: stranger.version }], how)).rejects.toEqual(
    refused('unknown-release'),
  )
  await expect(publishTogether(id, [{ id: english, baseVersion: 99 }], how)).rejects.toMatchObject({
    code: 'stale-version',
    details: { language: 'en' },
  })
  expect([await statusNow(id), await statusNow(english)]).toEqual(['draft', 'draft'])

  const done = await publishTogether(id, both, how)
  expect(done).toEqual({ version: version + 1, what: 'publish' })
  expect(await publishTogether(id, both, how)).toEqual(done)
  expect([await statusNow(id), await statusNow(english)]).toEqual(['live', 'live'])
  expect((await listEvents(english)).filter(({ verb }) => verb === 'publish')).toHaveLength(1)

  expect(await takeBackTogether(id, [english], { actor, now })).toMatchObject({ status: 'draft' })
  expect([await statusNow(id), await statusNow(english)]).toEqual(['draft', 'draft'])
})

test('what blocks the other language stops both, and says which', async () => {
  const { id, version } = await written('Hindrad')
  const english = await createTranslation(id, 'en', { actor, now })
  const saved = await saveDraft(english, emptyDraft('news'), { actor, baseVersion: 1, reason: 'save', now })
  const others = [{ id: english, baseVersion: saved.version }]
  await expect(publishTogether(id, others, { actor, baseVersion: version, at: null, now })).rejects.toMatchObject({
    code: 'blocked-version',
    details: { count: 1, language: 'en' },
  })
  expect(await statusNow(id)).toBe('draft')
})
