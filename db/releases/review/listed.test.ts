import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '../../client.ts'
import { createRelease, emptyDraft, getRelease } from '../../releases.ts'
import { reviewSteps } from '../../schema/reviews.ts'
import { addMember } from '../../testing/members.ts'
import { by as founder, noon } from '../../testing/newsroom.ts'
import { actingOn, approve, begin, publish, setTwoPairs, submit } from '../../testing/reviews.ts'
import { removeUser } from '../../users.ts'
import { deleteRelease } from '../delete.ts'
import { listForReviewBy, listRecent, listWithOthers } from '../list.ts'
import { saveDraft } from '../revisions.ts'
import { countMatchingStories, countStories, listStories, type ReleaseFilter } from '../stories.ts'
import type { ReviewFilter } from './listed.ts'
import { approveRelease, requestChanges, submitForReview } from './steps.ts'

const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
const johan = await addMember('Johan', 'contributor')
const hour = 3_600_000
const due = (hours: number) => new Date(noon.getTime() + hours * hour)
const at = (hours: number, actor = johan) => ({ actor, now: due(hours) })

async function rewrite(id: string, title: string, actor = johan) {
  const { draftVersion = 0 } = (await getRelease(id)) ?? {}
  const by = { actor, now: noon, baseVersion: draftVersion, reason: 'autosave' as const }
  await saveDraft(id, { ...emptyDraft('news'), title }, by)
}

async function submitted(title: string, more: { reviewerId?: string; dueAt?: Date; actor?: typeof johan } = {}) {
  const { actor = johan, dueAt, reviewerId = '' } = more
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now: noon })
  await rewrite(id, title, actor)
  const input = { note: 'Hej', reviewerId, dueAt: dueAt?.toISOString() ?? '' }
  await submitForReview(id, input, { ...at(0, actor), baseVersion: 2, baseStep: 0 })
  return id
}

const titles = (listed: { draftTitle: string }[]) => listed.map(({ draftTitle }) => draftTitle).sort()
const forReview = async (userId: string) => titles(await listForReviewBy(userId, noon))
const fitting = async (review: ReviewFilter, now = noon) => {
  const filter: ReleaseFilter = { review }
  const { stories } = await listStories(filter, { languages: ['sv'], topicsIn: 'sv', page: 1, now })
  expect(await countMatchingStories(filter, now)).toBe(stories.length)
  return titles(stories.map(({ shown }) => shown))
}

const anybodys = await submitted('Vems som helst', { dueAt: due(2) })
await submitted('Elins', { reviewerId: elin.id, dueAt: due(5) })
const returned = await submitted('Tillbaka', { reviewerId: elin.id })
await requestChanges(
  returned,
  { reason: 'Ring.', dueAt: due(1).toISOString() },
  { ...at(0, elin), baseVersion: 2, baseStep: 1 },
)
const approved = await submitted('Godkänd')
await approveRelease(approved, { ...at(0, elin), baseVersion: 2, baseStep: 1 })
await createRelease({ language: 'sv', kind: 'news', title: 'Bara ett utkast' }, { actor: johan, now: noon })

test('a text waits for the reviewer it was sent to, and for any other who may review', async () => {
  expect(await forReview(elin.id)).toEqual(['Elins', 'Vems som helst'])
  expect(await forReview(mattias.id)).toEqual(['Vems som helst'])
  expect(await forReview(johan.id)).toEqual([])
  expect(await forReview('ingen')).toEqual([])
  // Those due first stand first.
  expect((await listForReviewBy(elin.id, noon)).map(({ draftTitle }) => draftTitle)).toEqual([
    'Vems som helst',
    'Elins',
  ])
  expect(titles(await listWithOthers(johan.id, noon))).toEqual(['Elins', 'Vems som helst'])
  expect(titles(await listWithOthers(elin.id, noon))).toEqual([])
})

test('the list of texts finds what waits for a member, what is a member’s, and what is late', async () => {
  expect(await fitting('review')).toEqual(['Elins', 'Vems som helst'])
  expect(await fitting('returned')).toEqual(['Tillbaka'])
  expect(await fitting('approved')).toEqual(['Godkänd'])
  expect(await fitting('overdue')).toEqual([])
  expect(await fitting('overdue', due(3))).toEqual(['Tillbaka', 'Vems som helst'])
  expect(await fitting({ waitsFor: elin.id })).toEqual(['Elins', 'Vems som helst'])
  // What was sent back waits for its writer.
  expect(await fitting({ waitsFor: johan.id })).toEqual(['Tillbaka'])
  expect(await fitting({ of: johan.id })).toEqual(['Elins', 'Godkänd', 'Tillbaka', 'Vems som helst'])
  expect(await fitting({ of: elin.id })).toEqual([])
  expect(await countStories(noon)).toMatchObject({ all: 5, review: 2, draft: 5 })
})

test('each text tells where it stands, with whom and until when', async () => {
  const listed = new Map((await listRecent(noon, 10)).map((one) => [one.draftTitle, one.review]))
  expect(listed.get('Elins')).toEqual({
    standing: 'review',
    at: noon,
    by: 'Johan',
    note: 'Hej',
    holder: 'Elin',
    dueAt: due(5),
  })
  expect(listed.get('Vems som helst')).toMatchObject({ standing: 'review', holder: null })
  expect(listed.get('Tillbaka')).toMatchObject({ standing: 'returned', by: 'Elin', note: 'Ring.', holder: 'Johan' })
  expect(listed.get('Godkänd')).toMatchObject({ standing: 'approved', by: 'Elin', dueAt: null })
  expect(listed.get('Bara ett utkast')).toBeNull()
  await rewrite(approved, 'Omskriven')
  await rewrite(approved, 'Omskriven igen')
  const standing = async () => (await listRecent(noon, 10)).find(({ id }) => id === approved)?.review?.standing
  expect(await standing()).toBe('altered')
  await rewrite(approved, 'Godkänd')
  expect(await standing()).toBe('approved')
})

test('with two pairs of eyes nothing waits for whoever has written in it', async () => {
  for (const title of ['Vems som helst, av två', 'Vems som helst']) await rewrite(anybodys, title, mattias)
  expect(await forReview(mattias.id)).toEqual(['Vems som helst'])
  await setTwoPairs(true)
  expect(await forReview(mattias.id)).toEqual([])
  expect(await forReview(elin.id)).toEqual(['Elins', 'Vems som helst'])
})

test('a text that only its writer approved, when that was enough, is listed as approved no more', async () => {
  await setTwoPairs(false)
  const id = await begin('Godkänd av sig själv', elin)
  await submit(id, elin)
  await approve(id, elin)
  expect(await fitting('approved')).toContain('Godkänd av sig själv')
  await setTwoPairs(true)
  expect(await fitting('approved')).not.toContain('Godkänd av sig själv')
  expect((await listRecent(noon, 20)).find((one) => one.id === id)?.review).toBeNull()
  await submit(id, elin)
  expect(await forReview(elin.id)).not.toContain('Godkänd av sig själv')
  expect(await forReview(mattias.id)).toContain('Godkänd av sig själv')
  await deleteRelease(id, { actor: elin, now: noon })
})

test('a text that was out before there were reviews waits for whoever wrote in it before, and not for whoever did after', async () => {
  await setTwoPairs(false)
  const id = await begin('Sedan länge ute', mattias)
  await publish(id, mattias)
  await setTwoPairs(true)
  await write(async (tx) => void (await tx.delete(reviewSteps).where(eq(reviewSteps.releaseId, id))))
  await rewrite(id, 'Ute, ändrad')
  await submitForReview(id, { note: '', reviewerId: '', dueAt: '' }, await actingOn(id, johan))
  expect(await forReview(mattias.id)).toContain('Ute, ändrad')
  await rewrite(id, 'Ute, ändrad av två', mattias)
  expect(await forReview(mattias.id)).toEqual([])
})

test('when a reviewer is gone their texts wait for anybody', async () => {
  await removeUser(elin.email, { actor: founder.actor, now: noon, heir: mattias.email })
  expect(await forReview(mattias.id)).toEqual(['Elins'])
  expect(await forReview(elin.id)).toEqual([])
  const [listed] = (await listRecent(noon, 10)).filter(({ draftTitle }) => draftTitle === 'Elins')
  expect(listed?.review).toMatchObject({ standing: 'review', holder: null })
})
