import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '../../client.ts'
import { listEvents } from '../../events.ts'
import { createTranslation, getRelease } from '../../releases.ts'
import { revisions } from '../../schema/releases.ts'
import { reviewSteps } from '../../schema/reviews.ts'
import { addMember } from '../../testing/members.ts'
import { addRelease, by as founder, morning, noon } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { actingOn, approve, begin, publish, rewrite, setTwoPairs, submit } from '../../testing/reviews.ts'
import { createTopic } from '../../topics.ts'
import { moveToTrash } from '../../trash.ts'
import { changeRole, removeUser } from '../../users.ts'
import { deleteRelease } from '../delete.ts'
import { setTopic } from '../many.ts'
import { publishRelease, publishTogether } from '../publication.ts'
import { restoreRevision, throwAwayChanges } from '../restore.ts'
import { getDraft } from '../revisions.ts'
import { isApproved, readReview, writersSince } from './state.ts'
import { approveRelease, requestChanges, withdrawFromReview } from './steps.ts'

const later = new Date('2026-11-18T07:00:00Z')
const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
const johan = await addMember('Johan', 'contributor')

const versionOf = async (id: string) => (await getRelease(id))?.draftVersion ?? 0
const stateOf = async (id: string) => {
  const release = await getRelease(id)
  if (!release) throw new Error('the release is gone')
  const review = await readReview(db, release)
  return {
    step: review.last?.step,
    number: review.last?.number ?? 0,
    isApproved: await isApproved(db, release, review),
    writers: await writersSince(db, release, review),
  }
}

test('a text is submitted with a note, sent back with a reason, submitted again and approved, each a version of its own', async () => {
  await setTwoPairs(false)
  const id = await begin('Ett', johan)
  await submit(id, johan, { note: '  Kolla hållplatsen. ', reviewerId: elin.id, dueAt: later.toISOString() })
  await rewrite(id, 'Två', johan)
  await requestChanges(id, { reason: 'Ring bussbolaget.', dueAt: '' }, await actingOn(id, elin))
  await rewrite(id, 'Tre', johan)
  await submit(id, johan)
  await approve(id, mattias)
  expect(await stateOf(id)).toMatchObject({ step: 'approve', number: 4, isApproved: true, writers: [] })
  const steps = await db.select().from(reviewSteps).where(eq(reviewSteps.releaseId, id)).orderBy(reviewSteps.number)
  expect(steps.map(({ step, note, reviewerId, dueAt }) => ({ step, note, reviewerId, dueAt }))).toEqual([
    { step: 'submit', note: 'Kolla hållplatsen.', reviewerId: elin.id, dueAt: later },
    { step: 'return', note: 'Ring bussbolaget.', reviewerId: null, dueAt: null },
    { step: 'submit', note: '', reviewerId: null, dueAt: null },
    { step: 'approve', note: '', reviewerId: null, dueAt: null },
  ])
  const kept = await db.select().from(revisions).where(eq(revisions.releaseId, id)).orderBy(revisions.number)
  expect(kept.map(({ title, reason }) => [title, reason])).toEqual([
    ['Ett', 'review'],
    ['Två', 'review'],
    ['Tre', 'review'],
  ])
  const told = await listEvents(id)
  expect(told.map(({ verb }) => verb).slice(0, 4)).toEqual([
    'approve',
    'submit-for-review',
    'request-changes',
    'submit-for-review',
  ])
  expect(told.find(({ verb }) => verb === 'request-changes')?.details).toMatchObject({ reason: 'Ring bussbolaget.' })
})

test('editing after the approval takes it away, and writing the approved words again gives it back', async () => {
  const id = await begin('Godkänd', johan)
  await submit(id, johan)
  await approve(id, elin)
  await rewrite(id, 'Ändrad', mattias)
  expect(await stateOf(id)).toMatchObject({ step: 'approve', isApproved: false, writers: [mattias.id] })
  await rewrite(id, 'Godkänd', mattias)
  expect(await stateOf(id)).toMatchObject({ isApproved: true, writers: [] })
})

test('with two pairs of eyes nobody who has written since the approval approves, publishes or schedules', async () => {
  await setTwoPairs(true)
  const id = await begin('Hemligt', elin)
  await expect(publish(id, elin)).rejects.toEqual(refused('two-pairs-of-eyes'))
  await expect(publish(id, elin, { at: later })).rejects.toEqual(refused('two-pairs-of-eyes'))
  await expect(publish(id, elin, { reason: '  ' })).rejects.toEqual(refused('two-pairs-of-eyes'))
  await submit(id, elin)
  await expect(approve(id, elin)).rejects.toEqual(refused('wrote-it'))
  await rewrite(id, 'Hemligare', mattias)
  await expect(approve(id, mattias)).rejects.toEqual(refused('wrote-it'))
  await approve(id, founder.actor)
  await publish(id, elin, { at: later })
  expect(await stateOf(id)).toMatchObject({ step: 'publish', isApproved: true })
  // What was approved goes out at its time; the change waits for somebody else.
  await rewrite(id, 'Ändrad', elin)
  await expect(publish(id, elin, { at: later })).rejects.toEqual(refused('two-pairs-of-eyes'))
  // Whoever has not written since may publish, and has thereby read it.
  await publish(id, mattias)
  expect(await stateOf(id)).toMatchObject({ step: 'publish', isApproved: true })
})

test('an editor publishes their own words with a reason, which is recorded, and they count as read by nobody', async () => {
  await setTwoPairs(true)
  const id = await begin('Brådskar', elin)
  await publish(id, elin, { reason: 'Gruppen åker om en timme.' })
  expect(await stateOf(id)).toMatchObject({ step: 'publish-unreviewed', isApproved: false, writers: [elin.id] })
  const [event] = await listEvents(id)
  expect(event).toMatchObject({ verb: 'publish', details: { reason: 'Gruppen åker om en timme.' } })
  await expect(publish(id, elin)).rejects.toEqual(refused('two-pairs-of-eyes'))
})

test('several languages at once, a topic put on many and an older version do not go round the rule', async () => {
  await setTwoPairs(true)
  const id = await begin('Svenska', elin)
  await submit(id, elin)
  await approve(id, mattias)
  const english = await createTranslation(id, 'en', { actor: elin, now: noon })
  const others = [{ id: english, baseVersion: await versionOf(english) }]
  const together = async () => ({ actor: elin, baseVersion: await versionOf(id), at: null, now: noon })
  await rewrite(english, 'English', elin)
  others[0] = { id: english, baseVersion: await versionOf(english) }
  await expect(publishTogether(id, others, await together())).rejects.toEqual(refused('two-pairs-of-eyes-version'))
  expect((await stateOf(id)).step).toBe('approve')
  const topic = await createTopic(
    { texts: { sv: { name: 'Vatten', slug: '', intro: '' } } },
    { actor: elin, now: noon },
  )
  await setTopic([id], topic, { actor: elin, now: noon, on: true })
  expect(await stateOf(id)).toMatchObject({ isApproved: false, writers: [elin.id] })
  const [first] = await db.select().from(revisions).where(eq(revisions.releaseId, id)).orderBy(revisions.number)
  await restoreRevision(id, first?.id ?? '', { actor: mattias, baseVersion: await versionOf(id), now: noon })
  // It reads as what was approved.
  expect(await stateOf(id)).toMatchObject({ isApproved: true })
})

test('a text that was out before there were reviews is approved as it was, and what is thrown away counts no more', async () => {
  await setTwoPairs(false)
  const id = await addRelease('Ute')
  await setTwoPairs(true)
  await write(async (tx) => void (await tx.delete(reviewSteps).where(eq(reviewSteps.releaseId, id))))
  expect(await stateOf(id)).toMatchObject({ step: undefined, isApproved: true })
  await rewrite(id, 'Ändrad', elin)
  expect(await stateOf(id)).toMatchObject({ isApproved: false, writers: [elin.id] })
  await submit(id, elin)
  expect(await stateOf(id)).toMatchObject({ writers: [elin.id] })
  await throwAwayChanges(id, { actor: elin, baseVersion: await versionOf(id), now: noon })
  expect(await stateOf(id)).toMatchObject({ isApproved: true, writers: [] })
})

test('of two who decide at once one holds, and the other is told what was done and by whom', async () => {
  await setTwoPairs(false)
  const id = await begin('Två granskare', johan)
  await submit(id, johan)
  const [one, other] = [await actingOn(id, elin), await actingOn(id, mattias)]
  const outcomes = await Promise.allSettled([
    approveRelease(id, one),
    requestChanges(id, { reason: 'Nej.', dueAt: '' }, other),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(outcomes[1]).toMatchObject({ reason: { code: 'review-moved', details: { step: 'approve', name: 'Elin' } } })
  await expect(withdrawFromReview(id, { ...other, actor: johan })).rejects.toEqual(refused('review-moved'))
  expect((await stateOf(id)).number).toBe(2)
})

test('of two who approve or take back at once one has, and the other is told what the first has done', async () => {
  const id = await begin('Två på en gång', johan)
  for (const act of [approveRelease, withdrawFromReview]) {
    await rewrite(id, `Två på en gång, ${act.name}`, johan)
    await submit(id, johan)
    const [one, other] = [await actingOn(id, elin), await actingOn(id, mattias)]
    const outcomes = await Promise.allSettled([act(id, one), act(id, other)])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect(outcomes[1]).toMatchObject({ reason: { code: 'review-moved', details: { name: 'Elin' } } })
  }
})

test('whoever publishes is told what another has decided meanwhile', async () => {
  const id = await begin('Nästan ute', johan)
  await submit(id, johan)
  const { baseStep, baseVersion } = await actingOn(id, mattias)
  await requestChanges(id, { reason: 'Vänta.', dueAt: '' }, await actingOn(id, elin))
  const how = { actor: mattias, baseVersion, baseStep, at: null, now: noon }
  await expect(publishRelease(id, how)).rejects.toEqual(refused('review-moved'))
  expect((await stateOf(id)).step).toBe('return')
  await publishRelease(id, { ...how, baseStep: baseStep + 1 })
  expect((await stateOf(id)).step).toBe('publish')
  await expect(approveRelease(id, await actingOn(id, elin))).rejects.toEqual(refused('not-under-review'))
})

test('of two who publish at once one does, and the other is told who, not that somebody has saved', async () => {
  const id = await begin('Två publicerar', johan)
  const [one, other] = [await actingOn(id, elin), await actingOn(id, mattias)]
  const outcomes = await Promise.allSettled([one, other].map((how) => publishRelease(id, { ...how, at: null })))
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(outcomes[1]).toMatchObject({ reason: { code: 'review-moved', details: { step: 'publish', name: 'Elin' } } })
})

test('nobody approves what they have not seen, what is not submitted, or without the role', async () => {
  const id = await begin('Inte än', johan)
  await expect(approve(id, elin)).rejects.toEqual(refused('not-under-review'))
  await submit(id, johan)
  const seen = await actingOn(id, elin)
  await rewrite(id, 'Skriven om', johan)
  await expect(approveRelease(id, seen)).rejects.toEqual(refused('stale'))
  await expect(approve(id, johan)).rejects.toEqual(refused('reviewers-only'))
  await expect(requestChanges(id, { reason: ' ', dueAt: '' }, seen)).rejects.toEqual(refused('changes-missing'))
})

test('a reviewer is a member who may review, not whoever submits, and with two pairs of eyes none who wrote', async () => {
  await setTwoPairs(true)
  const id = await begin('Till vem', elin)
  const to = (reviewerId: string, more: object = {}) => submit(id, elin, { reviewerId, ...more })
  await expect(to(elin.id)).rejects.toEqual(refused('own-reviewer'))
  await expect(to(johan.id)).rejects.toEqual(refused('unknown-reviewer'))
  await expect(to('ingen')).rejects.toEqual(refused('unknown-reviewer'))
  await expect(to('', { dueAt: morning.toISOString() })).rejects.toEqual(refused('time-passed'))
  await expect(to('', { note: 'x'.repeat(1_001) })).rejects.toThrow('too-long')
  await rewrite(id, 'Av två', mattias)
  await expect(to(mattias.id)).rejects.toEqual(refused('reviewer-wrote'))
  await submit(id, elin)
  // What is under review is sent on by those who have it in hand.
  await expect(submit(id, johan)).rejects.toEqual(refused('review-of-others'))
  await submit(id, mattias, { reviewerId: founder.actor.id })
  expect(await stateOf(id)).toMatchObject({ step: 'submit', number: 2 })
})

test('what is submitted is taken back by its submitter or an editor, and by no other contributor', async () => {
  const id = await begin('Ångrad', johan)
  await expect(withdrawFromReview(id, await actingOn(id, johan))).rejects.toEqual(refused('not-under-review'))
  await submit(id, johan)
  const karin = await addMember('Karin', 'contributor')
  await expect(withdrawFromReview(id, await actingOn(id, karin))).rejects.toEqual(refused('review-of-others'))
  await withdrawFromReview(id, await actingOn(id, johan))
  expect((await stateOf(id)).step).toBe('withdraw')
  await submit(id, johan)
  await approve(id, founder.actor)
  await expect(submit(id, johan)).rejects.toEqual(refused('nothing-to-review'))
})

test('a reviewer who has been removed or is no editor any more decides nothing', async () => {
  const [gone, lowered] = [await addMember('Borta'), await addMember('Stina')]
  const id = await begin('Kvar', johan)
  await submit(id, johan, { reviewerId: gone.id })
  const [first, second] = [await actingOn(id, gone), await actingOn(id, lowered)]
  await removeUser(gone.email, { actor: founder.actor, now: noon })
  await changeRole(lowered.email, 'contributor', { actor: founder.actor, now: noon })
  await expect(approveRelease(id, first)).rejects.toEqual(refused('unknown-member'))
  await expect(approveRelease(id, second)).rejects.toEqual(refused('reviewers-only'))
  await approve(id, founder.actor)
  expect((await stateOf(id)).step).toBe('approve')
})

test('a text goes from the trash for good with its review', async () => {
  const id = await begin('Bort', johan)
  await submit(id, johan)
  await moveToTrash('release', [id], { actor: elin, now: noon })
  await expect(approveRelease(id, { ...founder, baseVersion: 2, baseStep: 1 })).rejects.toEqual(refused('in-trash'))
  await deleteRelease(id, { actor: elin, now: noon })
  expect(await db.select().from(reviewSteps).where(eq(reviewSteps.releaseId, id))).toEqual([])
})

test('a press that is sent twice publishes once, and ends the review once', async () => {
  await setTwoPairs(false)
  const id = await begin('En gång', elin)
  await submit(id, elin)
  const how = { actor: mattias, baseVersion: await versionOf(id), at: null, key: 'samma-knapp', now: noon }
  await Promise.all([publishRelease(id, how), publishRelease(id, how)])
  expect(await stateOf(id)).toMatchObject({ step: 'publish', number: 2 })
  expect((await getDraft(id))?.draft.title).toBe('En gång')
})
