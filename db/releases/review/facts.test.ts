import { expect, test } from 'vitest'
import { createRelease, emptyDraft, getRelease } from '../../releases.ts'
import { addMember } from '../../testing/members.ts'
import { by as founder, noon } from '../../testing/newsroom.ts'
import { changeRole } from '../../users.ts'
import { saveDraft } from '../revisions.ts'
import { getReviewFacts } from './facts.ts'
import { approveRelease, requestChanges, submitForReview } from './steps.ts'

const [elin, mattias] = [await addMember('Elin'), await addMember('Mattias')]
const [johan, karin] = [await addMember('Johan', 'contributor'), await addMember('Karin', 'contributor')]
type Member = typeof elin

async function rewrite(id: string, title: string, actor: Member = johan) {
  const { draftVersion = 0 } = (await getRelease(id)) ?? {}
  const by = { actor, now: noon, baseVersion: draftVersion, reason: 'autosave' as const }
  return (await saveDraft(id, { ...emptyDraft('news'), title }, by)).version
}

async function factsOf(id: string, member: Member, twoPairs = false) {
  const release = await getRelease(id)
  if (!release) throw new Error('the release is gone')
  return getReviewFacts(release, member, twoPairs)
}

const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: johan, now: noon })
await rewrite(id, 'Ett')
const input = { note: 'Hej', reviewerId: elin.id, dueAt: '' }

test('a draft can be submitted to those who review, but not to oneself or, with two pairs of eyes, to a writer', async () => {
  const names = async (member: Member, twoPairs: boolean) =>
    (await factsOf(id, member, twoPairs)).reviewers.map(({ name }) => name)
  expect(await factsOf(id, johan)).toMatchObject({
    standing: null,
    step: 0,
    last: null,
    maySubmit: true,
    approved: null,
  })
  expect(await names(johan, false)).toEqual(['Elin', 'Maja', 'Mattias'])
  expect(await names(elin, false)).toEqual(['Maja', 'Mattias'])
  const both = await createRelease({ language: 'sv', kind: 'news' }, { actor: mattias, now: noon })
  const release = await factsOf(both, johan, true)
  expect(release.reviewers.map(({ name }) => name)).toEqual(['Elin', 'Maja'])
})

test('under review each is offered what they may do: the submitter, the reviewer, another editor, a stranger to it', async () => {
  await submitForReview(id, input, { actor: johan, now: noon, baseVersion: 2, baseStep: 0 })
  const may = async (member: Member, twoPairs = false) => {
    const { mayReview, mayWithdraw, maySubmit } = await factsOf(id, member, twoPairs)
    return { mayReview, mayWithdraw, maySubmit }
  }
  expect(await factsOf(id, elin)).toMatchObject({
    standing: 'review',
    step: 1,
    last: { by: { name: 'Johan' }, note: 'Hej' },
    reviewer: { name: 'Elin' },
    gone: null,
  })
  expect(await may(johan)).toEqual({ mayReview: false, mayWithdraw: true, maySubmit: true })
  expect(await may(elin)).toEqual({ mayReview: true, mayWithdraw: true, maySubmit: true })
  expect(await may(karin)).toEqual({ mayReview: false, mayWithdraw: false, maySubmit: false })
  await rewrite(id, 'Två', mattias)
  expect(await may(mattias)).toMatchObject({ mayReview: true })
  expect(await may(mattias, true)).toMatchObject({ mayReview: false })
  expect((await factsOf(id, mattias, true)).isOwnWords).toBe(true)
})

test('a reviewer who is no editor any more is named as gone, and anybody is asked', async () => {
  const other = await createRelease({ language: 'sv', kind: 'news', title: 'Kvar' }, { actor: johan, now: noon })
  const lowered = await addMember('Stina')
  const asked = { ...input, reviewerId: lowered.id }
  await submitForReview(other, asked, { actor: johan, now: noon, baseVersion: 1, baseStep: 0 })
  await changeRole(lowered.email, 'contributor', { actor: founder.actor, now: noon })
  expect(await factsOf(other, johan)).toMatchObject({ reviewer: null, gone: 'Stina' })
  await requestChanges(other, { reason: 'Mer.', dueAt: '' }, { actor: elin, now: noon, baseVersion: 1, baseStep: 1 })
  expect(await factsOf(other, johan)).toMatchObject({
    standing: 'returned',
    gone: null,
    maySubmit: true,
    mayWithdraw: false,
  })
})

test('what was approved is there to compare with, and who approved it', async () => {
  await approveRelease(id, { actor: elin, now: noon, baseVersion: 3, baseStep: 1 })
  expect(await factsOf(id, johan)).toMatchObject({ standing: 'approved', isApproved: true, maySubmit: false })
  await rewrite(id, 'Tre')
  await submitForReview(id, input, { actor: johan, now: noon, baseVersion: 4, baseStep: 2 })
  expect(await factsOf(id, elin)).toMatchObject({
    standing: 'review',
    isApproved: false,
    approved: { by: 'Elin', at: noon, draft: { title: 'Två' } },
  })
})
