/** Gathers what a member needs to know of a text's review beside the text: where it stands, and what they may do about it. */
import { asc } from 'drizzle-orm'
import { db, prepared } from '../../client.ts'
import { type Member, may } from '../../permissions.ts'
import type { Release } from '../../schema/releases.ts'
import { type User, users } from '../../schema/users.ts'
import { getTexts } from '../drafts.ts'
import type { Draft } from '../revisions.ts'
import { unreadStep, writersOfUnread } from './afterwards.ts'
import {
  type CountedStep,
  listSteps,
  type Review,
  type ReviewStanding,
  readsAsApproved,
  reviewFrom,
  standingOf,
  writersAfterApproval,
} from './state.ts'

interface Named {
  id: string
  name: string
}

export interface ReviewFacts {
  standing: ReviewStanding | null
  /** The number of the last step, 0 where there is none. */
  step: number
  /** Who took it, when, and what they said; of a text that was never submitted nobody. */
  last: { by: Named; at: Date; note: string } | null
  /** Who is asked to review; null for anybody, and for one who cannot any more, who is `gone`. */
  reviewer: Named | null
  gone: string | null
  dueAt: Date | null
  /** What was approved last, where it matters: for a text in review, and where two pairs of eyes are asked for. */
  approved: { revisionId: string; by: string | null; at: Date | null; draft: Draft } | null
  /** Whether the text reads as what was approved last. */
  isApproved: boolean
  needsTwoPairs: boolean
  /** Whether the member may not approve what stands there, or publish it without a reason. */
  isOwnWords: boolean
  mayReview: boolean
  mayWithdraw: boolean
  /** Whether there is somebody else to remind of it. */
  mayRemind: boolean
  /** What went out unreviewed, by whom and why, where nobody has read it since. */
  unread: { by: string; at: Date; note: string; revisionId: string; isDraft: boolean; mayRead: boolean } | null
  /** Whether there is anything to submit, and to whom. */
  maySubmit: boolean
  reviewers: Named[]
}

/** What is known already: every step of a review, and what versions say, by their ids. */
interface Known {
  steps?: CountedStep[]
  texts?: ReadonlyMap<string, Draft>
}

/** Returns how the review of a release stands for a member, in a newsroom that asks for two pairs of eyes or does not. */
export async function getReviewFacts(
  release: Release,
  member: Member,
  twoPairs: boolean,
  known: Known = {},
): Promise<ReviewFacts> {
  const [steps, members] = await Promise.all([known.steps ?? listSteps(db, release.id), membersQuery().execute()])
  const review = reviewFrom(steps, release)
  const read = async (id: string) => known.texts?.get(id) ?? (await getTexts([id])).get(id)
  const { last } = review
  const approved = await readsAsApproved(release, review, read)
  // Who has written only matters where somebody else is to read it.
  const writers = twoPairs && !approved ? await writersAfterApproval(db, release, review) : []
  const reviewers = members.filter((one) => isReviewer(one) && one.id !== member.id)
  const isUnder = last?.step === 'submit'
  const reviewer = isUnder ? members.find((one) => one.id === last.reviewerId) : undefined
  const isOwnWords = writers.includes(member.id)
  const standing = standingOf(last, approved)
  const mayHandle = isUnder && (last.actorId === member.id || may(member, 'manage-text', release))
  return {
    standing,
    step: last?.number ?? 0,
    last: last?.by ? { by: last.by, at: last.at, note: last.note } : null,
    reviewer: reviewer && isReviewer(reviewer) ? named(reviewer) : null,
    gone: reviewer && !isReviewer(reviewer) ? reviewer.name : null,
    dueAt: last?.dueAt ?? null,
    approved: standing || twoPairs ? await approvedText(review, read) : null,
    isApproved: approved,
    needsTwoPairs: twoPairs,
    isOwnWords,
    mayReview: isUnder && may(member, 'review') && !isOwnWords,
    mayWithdraw: mayHandle,
    mayRemind: mayHandle && (!reviewer || !isReviewer(reviewer) || reviewer.id !== member.id),
    unread: await unreadFacts(release, review, member),
    maySubmit: !approved && (!isUnder || mayHandle),
    reviewers: reviewers.filter(({ id }) => !writers.includes(id)).map(named),
  }
}

async function unreadFacts(release: Release, review: Review, member: Member): Promise<ReviewFacts['unread']> {
  const step = unreadStep(release, review)
  if (!step) return null
  const { at, note, revisionId, by } = step
  const mayRead = may(member, 'review') && !(await writersOfUnread(db, review, release, step)).includes(member.id)
  return { by: by?.name ?? '', at, note, revisionId, isDraft: revisionId === release.draftRevisionId, mayRead }
}

const membersQuery = prepared((reader) =>
  reader
    .select({ id: users.id, name: users.name, role: users.role, removedAt: users.removedAt })
    .from(users)
    .orderBy(asc(users.name))
    .prepare(),
)

const named = ({ id, name }: Named): Named => ({ id, name })
const isReviewer = (member: Member & Pick<User, 'removedAt'>): boolean => !member.removedAt && may(member, 'review')

async function approvedText(
  { approval, approvedId }: Review,
  read: (revisionId: string) => Promise<Draft | undefined>,
): Promise<ReviewFacts['approved']> {
  const draft = approvedId ? await read(approvedId) : undefined
  if (!approvedId || !draft) return null
  return { revisionId: approvedId, by: approval?.by?.name ?? null, at: approval?.at ?? null, draft }
}
