/** What lists ask of reviews: which texts wait, for whom and since when. The last step of a text tells. */
import { and, eq, exists, gt, inArray, isNull, lt, ne, not, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { db } from '../../client.ts'
import { type AnyColumn, alias } from '../../dialect.ts'
import { may } from '../../permissions.ts'
import { releases, revisions } from '../../schema/releases.ts'
import { reviewSteps } from '../../schema/reviews.ts'
import { users } from '../../schema/users.ts'
import { type ReviewStep, roleNames } from '../../types.ts'
import { approvals, asksForTwoPairs, hasWritten, isVoid } from './own-words.ts'

/** The texts that a list can be narrowed to by where they stand in their review. */
export const reviewFilters = ['review', 'returned', 'approved', 'overdue', 'afterwards'] as const

/** Those, or the texts that wait for a member, or those that a member has submitted or is the writer of. */
export type ReviewFilter = (typeof reviewFilters)[number] | { waitsFor: string } | { of: string }

/** The last step of a release in a query that joins it `on` being that. What is read afterwards moves no text. */
export const lastStep = alias(reviewSteps, 'last_step')

export const isLastStep = sql`${lastStep.releaseId} = ${releases.id} AND ${lastStep.number} = (
  SELECT max(number) FROM ${reviewSteps} WHERE ${reviewSteps.releaseId} = ${releases.id} AND step <> 'read-afterwards')`

const one = { one: sql`1` }
const lastIs = (...conditions: (SQL | undefined)[]): SQL =>
  exists(
    db
      .select(one)
      .from(lastStep)
      .where(and(isLastStep, ...conditions)),
  )

/** The predicate for members who may review. */
export const isReviewer = (user: { role: AnyColumn; removedAt: AnyColumn } = users): SQL | undefined =>
  and(
    isNull(user.removedAt),
    inArray(
      user.role,
      roleNames.filter((role) => may({ id: '', role }, 'review')),
    ),
  )

/** The predicate that is true where a member may review. */
const isAble = (userId: string | Placeholder): SQL =>
  exists(
    db
      .select(one)
      .from(users)
      .where(and(eq(users.id, userId), isReviewer())),
  )

/** The predicate for texts under review that a member may take on: theirs by name, or anybody's. */
export function waitsForReviewBy(userId: string | Placeholder): SQL | undefined {
  const asked = db
    .select(one)
    .from(users)
    .where(and(eq(users.id, lastStep.reviewerId), isReviewer()))
  const isAnybodys = and(not(exists(asked)), ne(lastStep.actorId, userId))
  return and(
    isAble(userId),
    lastIs(eq(lastStep.step, 'submit'), or(eq(lastStep.reviewerId, userId), isAnybodys)),
    or(not(asksForTwoPairs()), not(hasWritten(userId) ?? sql`false`)),
  )
}

const out = alias(revisions, 'out_unread')

/** The predicate for texts that went out unreviewed, with a reason, and that nobody has read since; `also` knows `out`. */
function isUnread(also?: SQL): SQL | undefined {
  const later = alias(reviewSteps, 'later_steps')
  const isReadSince = exists(
    db
      .select(one)
      .from(later)
      .where(
        and(
          eq(later.releaseId, releases.id),
          gt(later.number, reviewSteps.number),
          inArray(later.step, approvals),
          not(isVoid(later) ?? sql`false`),
        ),
      ),
  )
  const wentOut = and(eq(reviewSteps.step, 'publish-unreviewed'), ne(reviewSteps.note, ''))
  return and(
    isNull(releases.withdrawnAt),
    exists(
      db
        .select(one)
        .from(reviewSteps)
        .innerJoin(out, eq(out.id, reviewSteps.revisionId))
        .where(and(eq(reviewSteps.releaseId, releases.id), wentOut, not(isReadSince), also)),
    ),
  )
}

/** The predicate for those of them that a member may read afterwards: they have not written in what went out. */
export const waitsForReadingBy = (userId: string | Placeholder): SQL | undefined =>
  and(isAble(userId), isUnread(not(hasWritten(userId, out.number) ?? sql`false`)))

/** The predicate for texts of a member that lie with somebody else: under review, and not for them. */
export const waitsForOthers = (userId: string | Placeholder): SQL | undefined =>
  lastIs(
    eq(lastStep.step, 'submit'),
    or(eq(lastStep.actorId, userId), eq(releases.createdBy, userId)),
    or(isNull(lastStep.reviewerId), ne(lastStep.reviewerId, userId)),
  )

/** The predicate for texts that fit a filter. */
export function reviewFits(filter: ReviewFilter, now: Date): SQL | undefined {
  if (filter === 'review') return isUnderReview()
  if (filter === 'returned') return lastIs(eq(lastStep.step, 'return'))
  if (filter === 'approved') return lastIs(eq(lastStep.step, 'approve'), not(isVoid(lastStep) ?? sql`false`))
  if (filter === 'overdue') return lastIs(inArray(lastStep.step, ['submit', 'return']), lt(lastStep.dueAt, now))
  if (filter === 'afterwards') return isUnread()
  if ('waitsFor' in filter)
    return or(
      waitsForReviewBy(filter.waitsFor),
      waitsForReadingBy(filter.waitsFor),
      and(eq(releases.createdBy, filter.waitsFor), lastIs(eq(lastStep.step, 'return'))),
    )
  const submitted = and(
    eq(reviewSteps.releaseId, releases.id),
    eq(reviewSteps.step, 'submit'),
    eq(reviewSteps.actorId, filter.of),
  )
  return and(
    lastIs(inArray(lastStep.step, ['submit', 'return', 'approve'])),
    or(eq(releases.createdBy, filter.of), exists(db.select(one).from(reviewSteps).where(submitted))),
  )
}

/** The predicate for texts whose review has ever had a step: so few are looked through, and not all. */
export const hasStep = (step: ReviewStep): SQL =>
  sql`${releases.id} IN (SELECT ${reviewSteps.releaseId} FROM ${reviewSteps} WHERE ${reviewSteps.step} = ${step})`

/** The predicate for texts under review. */
export const isUnderReview = (): SQL => lastIs(eq(lastStep.step, 'submit'))
