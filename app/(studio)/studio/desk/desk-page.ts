/** Gathers what the desk of a member shows. */
import { getDutyOutlook } from '#db/duties/rota.ts'
import { isMember } from '#db/duties/swaps.ts'
import type { ListedDuty } from '#db/duties.ts'
import { lastCheck } from '#db/events/verify.ts'
import { areFirstStepsOver, getFirstSteps } from '#db/first-steps.ts'
import { listDeadLinks } from '#db/links/dead-links.ts'
import { listGivenUp } from '#db/outbox/deliveries.ts'
import { listLate } from '#db/outbox/late.ts'
import { may } from '#db/permissions.ts'
import { listDeskQuestions } from '#db/questions/queue.ts'
import { listCommentNotices } from '#db/releases/comments/notices.ts'
import { getDrafts } from '#db/releases/drafts.ts'
import {
  listDraftsOf,
  listForReadingBy,
  listForReviewBy,
  listGoingOut,
  listJustPublished,
  listPublishedIn,
  listWithOthers,
} from '#db/releases/list.ts'
import { listTextsToReview } from '#db/releases/published/review-date.ts'
import { listStubs } from '#db/reminders/stubs.ts'
import { getStatementReminders, listExpiringPortraits } from '#db/reminders.ts'
import type { User } from '#db/schema/users.ts'
import { listNotifications } from '#db/users/desk-notifications.ts'
import { daysLater, twoWeeks } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { startOfDay } from '#lib/time/zone.ts'

/** How many days before a portrait's consent ends the desk shows it. */
const warnDays = 30

export async function getDesk(user: User, { timeZone, now }: { timeZone: string; now: Date }) {
  const today = isoDay(now, timeZone)
  const days = twoWeeks(today)
  const [first, last] = [days[0] ?? today, days.at(-1) ?? today]
  const isOver = await areFirstStepsOver(now)
  const [
    drafts,
    goingOut,
    published,
    publishedInPeriod,
    portraits,
    statements,
    givenUp,
    late,
    steps,
    notices,
    stubs,
    logCheck,
    forReview,
    forReading,
    withOthers,
    told,
    toReview,
    duty,
    questions,
    deadLinks,
  ] = await Promise.all([
    listDraftsOf(user.id, now, 6),
    listGoingOut(now),
    listJustPublished(now, 4),
    listPublishedIn(startOfDay(first, timeZone), startOfDay(daysLater(last, 1), timeZone), now),
    listExpiringPortraits(daysLater(today, warnDays)),
    getStatementReminders(daysLater(today, warnDays), now),
    listGivenUp(),
    listLate(now),
    isOver ? undefined : getFirstSteps(user, user.language, now),
    listCommentNotices(user.id, now),
    may(user, 'edit-people') ? listStubs(user.language, now) : [],
    may(user, 'read-log') ? lastCheck() : undefined,
    may(user, 'review') ? listForReviewBy(user.id, now) : [],
    may(user, 'review') ? listForReadingBy(user.id, now) : [],
    listWithOthers(user.id, now),
    listNotifications(user.id, now),
    listTextsToReview(user, today, now),
    getDutyOutlook(today, { timeZone, now }),
    listDeskQuestions(user.id, now),
    listDeadLinks(user, now),
  ])
  return {
    days,
    drafts,
    texts: await getDrafts(drafts.map(({ id }) => id)),
    goingOut,
    published,
    publishedInPeriod,
    portraits,
    statements,
    givenUp,
    late,
    steps,
    isOver,
    notices,
    stubs,
    logCheck,
    forReview,
    forReading,
    withOthers,
    told,
    toReview,
    duty,
    questions,
    mayTake: may(user, 'take-question', { isOnDuty: duty.coming.some((one) => isOnDutyNow(user, one, now)) }),
    deadLinks,
  }
}

const isOnDutyNow = (user: User, duty: ListedDuty, now: Date): boolean =>
  !duty.isGone && duty.from <= now && isMember(user, duty)
