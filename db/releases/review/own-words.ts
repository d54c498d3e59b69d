/** Tells whose words a text has, as predicates: who has written in it since it was approved, and who approved their own. */
import {
  and,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNull,
  lt,
  lte,
  ne,
  not,
  or,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm'
import { db } from '../../client.ts'
import { type AnyColumn, alias, atMost, jsonWhole } from '../../dialect.ts'
import { settings } from '../../schema/newsroom.ts'
import { releases, revisions } from '../../schema/releases.ts'
import { reviewSteps } from '../../schema/reviews.ts'
import type { ReviewStep } from '../../types.ts'

/** The steps by which somebody says yes to what stands there, or stood there when it went out. */
export const approvals: ReviewStep[] = ['approve', 'publish', 'read-afterwards']
/** The steps that put a text out. What is out without them was out before there were reviews. */
export const publications: ReviewStep[] = ['publish', 'publish-unreviewed']

const one = { one: sql`1` }

/** The predicate for a newsroom that asks for two pairs of eyes. */
export const asksForTwoPairs = (): SQL => exists(db.select(one).from(settings).where(eq(settings.twoPairsOfEyes, true)))

/** The columns of a step that tell whose words it approves. */
type StepColumns = Record<'releaseId' | 'number' | 'step' | 'revisionId' | 'actorId', AnyColumn>

/**
 * The predicate for approvals that count for nothing while two pairs of eyes are asked for: those by somebody who had
 * written in the text since anybody else approved it. They were given while the rule was off.
 */
export function isVoid(step: StepColumns): SQL | undefined {
  const own = alias(revisions, 'own_words')
  const seen = alias(revisions, 'seen')
  const seenBy = alias(reviewSteps, 'seen_by')
  const approved = alias(revisions, 'approved_words')
  const others = and(
    eq(seenBy.releaseId, step.releaseId),
    inArray(seenBy.step, approvals),
    lt(seenBy.number, step.number),
    ne(seenBy.actorId, step.actorId),
  )
  const byOthers = db
    .select({ number: sql`max(${seen.number})` })
    .from(seenBy)
    .innerJoin(seen, eq(seen.id, seenBy.revisionId))
    .where(others)
  const number = db.select({ number: approved.number }).from(approved).where(eq(approved.id, step.revisionId))
  const hasWrittenSince = db
    .select(one)
    .from(own)
    .where(
      and(
        eq(own.releaseId, step.releaseId),
        eq(own.createdBy, step.actorId),
        lte(own.number, sql`(${number})`),
        gt(own.number, sql`coalesce((${byOthers}), (${outBefore(step)}), 0)`),
      ),
    )
  const copied = alias(releases, 'copied')
  const isFromSource = and(
    not(exists(db.select(one).from(seenBy).where(others))),
    exists(
      db
        .select(one)
        .from(copied)
        .where(and(eq(copied.id, step.releaseId), wroteSource(copied.sourceAuthors, step.actorId))),
    ),
  )
  return and(inArray(step.step, approvals), asksForTwoPairs(), or(exists(hasWrittenSince), isFromSource))
}

/** Selects the number of what was published last before the first step of a review: it was approved by going out. */
function outBefore({ releaseId }: StepColumns) {
  const out = alias(revisions, 'out_before')
  const first = alias(revisions, 'first_reviewed')
  const steps = alias(reviewSteps, 'steps_taken')
  const firstReviewed = db
    .select({ number: sql`min(${first.number})` })
    .from(steps)
    .innerJoin(first, eq(first.id, steps.revisionId))
    .where(eq(steps.releaseId, releaseId))
  return db
    .select({ number: sql`max(${out.number})` })
    .from(out)
    .where(and(eq(out.releaseId, releaseId), eq(out.reason, 'publish'), lt(out.number, sql`(${firstReviewed})`)))
}

/** The predicate for texts that were made from one with words of somebody. */
const wroteSource = (sourceAuthors: AnyColumn, userId: AnyColumn | string | Placeholder): SQL =>
  sql`${jsonWhole(sourceAuthors)} LIKE '%"' || CAST(${userId} AS text) || '"%'`

/**
 * The predicate for texts in which a member has written since they were last approved, up to a version, or in the text they
 * were made from. What went out before there were reviews was approved by that.
 */
export function hasWritten(userId: string | Placeholder, upTo?: AnyColumn): SQL | undefined {
  const approved = alias(revisions, 'approved')
  const own = alias(revisions, 'own')
  const wasLive = alias(revisions, 'was_live')
  const ofText = eq(reviewSteps.releaseId, releases.id)
  const lastApproval = db
    .select({ number: approved.number })
    .from(reviewSteps)
    .innerJoin(approved, eq(approved.id, reviewSteps.revisionId))
    .where(and(ofText, inArray(reviewSteps.step, approvals), not(isVoid(reviewSteps) ?? sql`false`)))
    .orderBy(desc(reviewSteps.number))
    .limit(atMost(1))
  const wentOut = db
    .select(one)
    .from(reviewSteps)
    .where(and(ofText, inArray(reviewSteps.step, publications)))
  const fromBefore = db
    .select({ number: wasLive.number })
    .from(wasLive)
    .where(and(eq(wasLive.id, releases.liveRevisionId), not(exists(wentOut))))
  const since = sql`coalesce((${lastApproval}), (${fromBefore}))`
  const hasWrittenSince = db
    .select(one)
    .from(own)
    .where(
      and(
        eq(own.releaseId, releases.id),
        eq(own.createdBy, userId),
        gt(own.number, sql`coalesce(${since}, 0)`),
        upTo && lte(own.number, upTo),
      ),
    )
  return or(exists(hasWrittenSince), and(isNull(since), wroteSource(releases.sourceAuthors, userId)))
}
