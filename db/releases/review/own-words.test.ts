import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '../../client.ts'
import { createCopy, createTranslation, getRelease } from '../../releases.ts'
import { reviewSteps } from '../../schema/reviews.ts'
import { addMember } from '../../testing/members.ts'
import { addRelease, by as founder, noon } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { approve, begin, publish, rewrite, setTwoPairs, submit } from '../../testing/reviews.ts'
import { listForReviewBy } from '../list.ts'
import { getDraft } from '../revisions.ts'
import { isApproved, readReview, writersSince } from './state.ts'

const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
const johan = await addMember('Johan', 'contributor')

const stateOf = async (id: string) => {
  const release = await getRelease(id)
  if (!release) throw new Error('the release is gone')
  const review = await readReview(db, release)
  return {
    step: review.last?.step,
    isApproved: await isApproved(db, release, review),
    writers: await writersSince(db, release, review),
  }
}

test('what writers approved themselves while one pair of eyes was enough counts no more once two are asked for', async () => {
  await setTwoPairs(false)
  const id = await begin('Själv', elin)
  await submit(id, elin)
  await approve(id, elin)
  expect(await stateOf(id)).toMatchObject({ step: 'approve', isApproved: true, writers: [] })
  await setTwoPairs(true)
  expect(await stateOf(id)).toMatchObject({ isApproved: false, writers: [elin.id] })
  await expect(publish(id, elin)).rejects.toEqual(refused('two-pairs-of-eyes'))
  await submit(id, elin)
  await expect(approve(id, elin)).rejects.toEqual(refused('wrote-it'))
  await setTwoPairs(false)
  // Once it is approved, publishing it is no writer's own word; but that approval was.
  await approve(id, elin)
  await publish(id, elin)
  await setTwoPairs(true)
  expect(await stateOf(id)).toMatchObject({ step: 'publish', isApproved: false, writers: [elin.id] })
  await publish(id, mattias)
  expect(await stateOf(id)).toMatchObject({ isApproved: true, writers: [] })
})

test('an approval by somebody else counts whenever it was given, also by one who wrote before the text was approved', async () => {
  await setTwoPairs(false)
  const id = await begin('Läst', elin)
  await submit(id, elin)
  await approve(id, mattias)
  await rewrite(id, 'Läst, ändrad', mattias)
  await submit(id, mattias)
  await approve(id, elin)
  await setTwoPairs(true)
  expect(await stateOf(id)).toMatchObject({ isApproved: true, writers: [] })
  // What was out before there were reviews had been approved by that: its writers may read what comes after.
  await setTwoPairs(false)
  const old = await addRelease('Gammal')
  await write(async (tx) => void (await tx.delete(reviewSteps).where(eq(reviewSteps.releaseId, old))))
  await rewrite(old, 'Gammal, ändrad', elin)
  await submit(old, elin)
  await approve(old, founder.actor)
  await setTwoPairs(true)
  expect(await stateOf(old)).toMatchObject({ isApproved: true, writers: [] })
  await setTwoPairs(false)
  await rewrite(old, 'Gammal, ändrad igen', elin)
  await submit(old, elin)
  await approve(old, elin)
  await setTwoPairs(true)
  expect(await stateOf(old)).toMatchObject({ isApproved: false, writers: [elin.id] })
})

test('whoever wrote in a text is a writer of its copies and translations too, until those are approved', async () => {
  await setTwoPairs(true)
  const id = await begin('Källa', elin)
  await rewrite(id, 'Källa av två', mattias)
  const draft = (await getDraft(id))?.draft
  const copy = await createCopy(id, draft, { actor: johan, now: noon })
  const english = await createTranslation(id, 'en', { actor: johan, now: noon })
  const copyOfCopy = await createCopy(copy, draft, { actor: johan, now: noon })
  for (const made of [copy, english, copyOfCopy]) {
    expect(new Set((await stateOf(made)).writers)).toEqual(new Set([elin.id, mattias.id, johan.id]))
    await submit(made, johan)
    await expect(approve(made, mattias)).rejects.toEqual(refused('wrote-it'))
    await expect(publish(made, elin)).rejects.toEqual(refused('two-pairs-of-eyes'))
    expect((await listForReviewBy(mattias.id, noon)).map((one) => one.id)).not.toContain(made)
    expect((await listForReviewBy(founder.actor.id, noon)).map((one) => one.id)).toContain(made)
    await approve(made, founder.actor)
    await rewrite(made, 'Ändrad', johan)
    await submit(made, johan)
    await approve(made, mattias)
  }
  await setTwoPairs(false)
  const own = await createCopy(id, draft, { actor: johan, now: noon })
  await submit(own, johan)
  await approve(own, mattias)
  expect(await stateOf(own)).toMatchObject({ isApproved: true })
  await setTwoPairs(true)
  expect(await stateOf(own)).toMatchObject({ isApproved: false })
})
