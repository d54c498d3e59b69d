/**
 * The clock does what falls due with time: it replaces what readers see where a change was scheduled, reminds those who have
 * been asked to say yes or wanted to look at a text again, sends what waits in the outbox, has the files of pictures follow
 * the texts that show them, notes that a newsroom is past its first steps and when members were here, checks the audit log
 * once a day, asks at night after links, and deletes what is old. It publishes nothing for the first time, for that is a
 * query. The server runs it every other second, and the operator by a command.
 */

import { unlessElsewhere } from '#db/client.ts'
import { isOutage, logFailedWork, noteAnswered } from '#db/engine/outage.ts'
import { checkLogDaily } from '#db/events/verify.ts'
import { endFirstSteps } from '#db/first-steps.ts'
import { checkLinksNightly } from '#db/links/nightly.ts'
import { renewFilesAfter } from '#db/media/renew.ts'
import { tidyLeftovers } from '#db/media/tidy.ts'
import { pruneSignUps } from '#db/meetings/delete.ts'
import { announceChanges } from '#db/outbox/announcements.ts'
import { claimDeliveries, pruneDeliveries, settleArrived, settleFailed } from '#db/outbox/deliveries.ts'
import { queueNotificationMail } from '#db/outbox/notification-mail.ts'
import { queuePurge } from '#db/outbox/purges.ts'
import { deliveryLanes, sendDelivery, sentAtOnce } from '#db/outbox/send.ts'
import { eraseOldQuestions } from '#db/questions/erase.ts'
import { tellOfReviewDates } from '#db/releases/published/review-date.ts'
import { publishScheduledChanges } from '#db/releases/scheduled-changes.ts'
import type { Delivery } from '#db/schema/outbox.ts'
import { remindLateSignOffs } from '#db/sign-off/links.ts'
import { pruneFeedback } from '#db/statements/feedback.ts'
import { emptyTrash } from '#db/trash/empty.ts'
import type { DeliveryKind } from '#db/types.ts'
import { pruneAccountLinks } from '#db/users/account-links.ts'
import { pruneNotifications } from '#db/users/desk-notifications.ts'
import { pruneInvitations } from '#db/users/invitations.ts'
import { pruneSessions } from '#db/users/sessions.ts'
import { writeVisits } from '#db/users/visits.ts'
import { env } from '#lib/env.ts'
import { log } from '#lib/log.ts'
import { MailFailure } from '#lib/outbound/mail.ts'

const every = 2_000
/**
 * What readers and programs are to meet in its minute has beats of its own, in milliseconds: a round can last long.
 */
const changesEvery = 250
/** Links are asked after apart from the rounds: that takes hours, and whoever waits for an announcement does not. */
const linksEvery = 60_000
/** A round takes up no more deliveries after so many milliseconds: new ones need not wait long for slow ones. */
const roundLasts = 20_000
/**
 * A stopping server waits so many milliseconds for what is being sent. What is cut off then is sent again when its
 * claim has run out.
 */
const stopsWithin = 5_000

interface Round {
  /** The time now, counted on from the time at which the round began. */
  now: () => Date
  isOver: () => boolean
  arrived: number
  failed: number
  /** Failures of the same kind are one line in the log: when the hub is gone, every feed's message fails alike. */
  failures: Map<string, Failure>
}

interface Failure extends Pick<Delivery, 'kind' | 'recipient'> {
  error: string
  isGivenUp: boolean
  count: number
}

type Jobs = Record<string, (round: Round) => Promise<void>>

/** The jobs of a round about what this process alone has: what it has noted, in memory and on its disk. */
const ownJobs: Jobs = {
  'write visits': () => writeVisits(),
  'tidy files': tidyLeftovers,
}

/** The other jobs of a round, in the order in which they run: of several nodes one does them. */
const jobs: Jobs = {
  'publish changes': ({ now }) => publishScheduledChanges(now()),
  'end first steps': ({ now }) => endFirstSteps(now()),
  'renew files': ({ now }) => renewFilesAfter(now()),
  announce: ({ now }) => announceChanges(now()),
  'tell of review dates': ({ now }) => tellOfReviewDates(now()),
  'queue notifications': ({ now }) => queueNotificationMail(now()),
  'remind of sign-offs': ({ now }) => remindLateSignOffs(now()),
  deliver,
  async 'prune links'({ now }) {
    await pruneInvitations(now())
    await pruneAccountLinks(now())
    await pruneSessions(now())
  },
  'prune feedback': ({ now }) => pruneFeedback(now()),
  'prune sign-ups': ({ now }) => pruneSignUps(now()),
  'erase questions': ({ now }) => eraseOldQuestions(now()),
  'prune notifications': ({ now }) => pruneNotifications(now()),
  'prune deliveries': ({ now }) => pruneDeliveries(now()),
  'check the log': ({ now }) => checkLogDaily(now()),
  async 'empty trash'({ now }) {
    await emptyTrash(now())
  },
}

/**
 * Runs one round of all jobs and returns how many deliveries arrived and failed. A job that throws is logged and the
 * others still run.
 */
export async function tick(now: Date, signal?: AbortSignal): Promise<{ arrived: number; failed: number }> {
  const round = startRound(now, signal)
  const failures: unknown[] = []
  const failed = (error: unknown, what: string, about = {}) => {
    failures.push(error)
    logFailedWork(error, what, about)
  }
  const runAll = async (some: Jobs) => {
    for (const [job, run] of Object.entries(some)) {
      if (round.isOver()) break
      await run(round).catch((error) => failed(error, 'a job of the clock failed', { job }))
    }
  }
  await runAll(ownJobs)
  await unlessElsewhere('clock', () => runAll(jobs)).catch((error) => failed(error, 'a round of the clock failed'))
  // A job that has nothing to do asks nothing of the database.
  if (!failures.some(isOutage)) noteAnswered()
  logFailures(round)
  return { arrived: round.arrived, failed: round.failed }
}

function startRound(now: Date, signal?: AbortSignal): Round {
  const began = performance.now()
  const lasted = () => performance.now() - began
  return {
    now: () => new Date(now.getTime() + lasted()),
    isOver: () => lasted() > roundLasts || signal?.aborted === true,
    arrived: 0,
    failed: 0,
    failures: new Map(),
  }
}

function logFailures({ failures }: Round): void {
  for (const { isGivenUp, ...about } of failures.values()) {
    if (isGivenUp) log.error(about, 'given up: what was to be sent did not arrive')
    else log.warn(about, 'not sent, and will be tried again')
  }
}

async function deliver(round: Round): Promise<void> {
  await Promise.all(deliveryLanes.map((kind) => deliverKind(kind, round)))
}

async function deliverKind(kind: DeliveryKind, round: Round): Promise<void> {
  while (!round.isOver()) {
    const claimed = await claimDeliveries(kind, round.now(), sentAtOnce[kind] ?? 1)
    const [first] = claimed
    if (!first) return
    await sendClaimed(first, claimed, round)
  }
}

/**
 * Tells the CDN, where there is one, what has changed for readers since it was last told. It does not wait for a round: until
 * then the CDN sends what was before.
 */
export async function tellCdn(now: Date, signal?: AbortSignal): Promise<void> {
  if (!env.purge) return
  await queuePurge(now)
  await sendAtOnce('purge', now, signal)
}

/** Sends what waits of a kind, which waits for no round: a slow mail server can make one last long. */
async function sendAtOnce(kind: DeliveryKind, now: Date, signal?: AbortSignal): Promise<void> {
  const round = startRound(now, signal)
  await deliverKind(kind, round)
  logFailures(round)
}

async function sendClaimed(first: Delivery, all: Delivery[], round: Round): Promise<void> {
  const { kind, recipient } = first
  try {
    await sendDelivery(first, round.now(), all)
  } catch (thrown) {
    round.failed += all.length
    const error = thrown instanceof Error ? thrown.message : String(thrown)
    const isFinal = thrown instanceof MailFailure && thrown.isFinal
    for (const claimed of all) {
      const isGivenUp = await settleFailed(claimed, { error, isFinal }, round.now())
      const alike = JSON.stringify([kind, recipient, error, isGivenUp])
      const count = (round.failures.get(alike)?.count ?? 0) + 1
      round.failures.set(alike, { kind, recipient, error, isGivenUp, count })
    }
    return
  }
  round.arrived += all.length
  await settleArrived(all, round.now())
}

/** Does the same again and again, once at a time, and logs what it throws. */
function repeat(milliseconds: number, work: () => Promise<unknown>, trouble: string) {
  let running: Promise<unknown> | undefined
  const timer = setInterval(() => {
    running ??= work()
      .catch((error) => logFailedWork(error, trouble))
      .finally(() => {
        running = undefined
      })
  }, milliseconds)
  timer.unref()
  return { stop: () => clearInterval(timer), underWay: () => running }
}

/**
 * Starts the clock: a round every other second, one at a time. Returns a function that stops it and waits a little for
 * deliveries under way.
 */
export function startClock(): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const beats = [
    repeat(every, () => tick(new Date(), signal), 'a round of the clock failed'),
    repeat(changesEvery, () => publishScheduledChanges(new Date()), 'scheduled changes were not published'),
    repeat(changesEvery, () => tellCdn(new Date(), signal), 'the CDN was not told what has changed'),
    repeat(changesEvery, () => announceChanges(new Date()), 'changes were not announced'),
    repeat(changesEvery, () => sendAtOnce('indexnow', new Date(), signal), 'search engines were not told'),
    repeat(changesEvery, () => sendAtOnce('hub', new Date(), signal), 'the hub was not told'),
    repeat(linksEvery, () => checkLinksNightly(new Date(), { signal }), 'links were not asked after'),
  ]
  return async () => {
    for (const { stop } of beats) stop()
    stopping.abort()
    let waited: NodeJS.Timeout | undefined
    const enough = new Promise((resolve) => {
      waited = setTimeout(resolve, stopsWithin)
    })
    await Promise.race([Promise.all(beats.map(({ underWay }) => underWay())), enough])
    clearTimeout(waited)
  }
}
