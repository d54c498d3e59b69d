/**
 * The clock does what falls due with time: it replaces what readers see where a change was scheduled, reminds those who have
 * been asked to say yes, sends what waits in the outbox, has the files of pictures follow the texts that show them, notes that a newsroom is past its first steps and
 * when members were here, checks the audit log once a day, and deletes what is old. It publishes nothing for the first
 * time, for that is a query. The server runs it every other second, and the operator by a command.
 */

import { checkLogDaily } from '#db/events/verify.ts'
import { endFirstSteps } from '#db/first-steps.ts'
import { renewFilesAfter } from '#db/media/renew.ts'
import { tidyLeftovers } from '#db/media/tidy.ts'
import { accountMail } from '#db/outbox/account-mail.ts'
import { announceChanges } from '#db/outbox/announcements.ts'
import { claimDelivery, pruneDeliveries, settleArrived, settleFailed } from '#db/outbox/deliveries.ts'
import { feedbackMail } from '#db/outbox/feedback-mail.ts'
import { notificationMail, queueNotificationMail } from '#db/outbox/notification-mail.ts'
import { publishScheduledChanges } from '#db/releases/scheduled-changes.ts'
import type { Delivery } from '#db/schema/outbox.ts'
import { remindLateSignOffs } from '#db/sign-off/links.ts'
import { pruneFeedback } from '#db/statements/feedback.ts'
import { emptyTrash } from '#db/trash/empty.ts'
import type { AccountMailKind, DeliveryKind } from '#db/types.ts'
import { pruneAccountLinks } from '#db/users/account-links.ts'
import { pruneNotifications } from '#db/users/desk-notifications.ts'
import { pruneInvitations } from '#db/users/invitations.ts'
import { pruneSessions } from '#db/users/sessions.ts'
import { writeVisits } from '#db/users/visits.ts'
import { log } from '#lib/log.ts'
import { notifyIndexNow } from '#lib/outbound/indexnow.ts'
import { MailFailure, sendMail } from '#lib/outbound/mail.ts'
import { notifyHub } from '#lib/outbound/websub.ts'

const every = 2_000
/**
 * Scheduled changes have a beat of their own, in milliseconds: a round can last long, and readers are to meet the change in
 * its minute.
 */
const changesEvery = 250
/**
 * A round takes up no more deliveries after so many milliseconds, so that new ones need not wait long for slow ones.
 */
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

/** The jobs of a round, in the order in which they run. */
const jobs: Record<string, (round: Round) => Promise<void>> = {
  'publish changes': ({ now }) => publishScheduledChanges(now()),
  'end first steps': ({ now }) => endFirstSteps(now()),
  // What has come is noted until it is announced.
  'renew files': ({ now }) => renewFilesAfter(now()),
  announce: ({ now }) => announceChanges(now()),
  'queue notifications': ({ now }) => queueNotificationMail(now()),
  'remind of sign-offs': ({ now }) => remindLateSignOffs(now()),
  deliver,
  'write visits': () => writeVisits(),
  async 'prune links'({ now }) {
    await pruneInvitations(now())
    await pruneAccountLinks(now())
    await pruneSessions(now())
  },
  'prune feedback': ({ now }) => pruneFeedback(now()),
  'prune notifications': ({ now }) => pruneNotifications(now()),
  'prune deliveries': ({ now }) => pruneDeliveries(now()),
  'check the log': ({ now }) => checkLogDaily(now()),
  async 'empty trash'({ now }) {
    await emptyTrash(now())
  },
  'tidy files': tidyLeftovers,
}

/**
 * Runs one round of all jobs and returns how many deliveries arrived and failed. A job that throws is logged and the
 * others still run.
 */
export async function tick(now: Date, signal?: AbortSignal): Promise<{ arrived: number; failed: number }> {
  const began = performance.now()
  const lasted = () => performance.now() - began
  const round: Round = {
    now: () => new Date(now.getTime() + lasted()),
    isOver: () => lasted() > roundLasts || signal?.aborted === true,
    arrived: 0,
    failed: 0,
    failures: new Map(),
  }
  for (const [job, run] of Object.entries(jobs)) {
    if (round.isOver()) break
    await run(round).catch((error) => log.error({ err: error, job }, 'a job of the clock failed'))
  }
  for (const { isGivenUp, ...about } of round.failures.values()) {
    if (isGivenUp) log.error(about, 'given up: what was to be sent did not arrive')
    else log.warn(about, 'not sent, and will be tried again')
  }
  return { arrived: round.arrived, failed: round.failed }
}

/** The function that sends a delivery, for each kind of delivery. */
const send: Record<DeliveryKind, (delivery: Delivery, now: Date) => Promise<void>> = {
  async feedback({ id, recipient, subjectId }) {
    const mail = await feedbackMail(subjectId, recipient)
    if (mail) await sendMail(mail, id)
  },
  invitation: sendAccountMail,
  'password-link': sendAccountMail,
  'email-link': sendAccountMail,
  'email-asked': sendAccountMail,
  'email-changed': sendAccountMail,
  async notification({ id, subjectId }, now) {
    const mail = await notificationMail(subjectId, now)
    if (mail) await sendMail(mail, id)
  },
  'sign-off': sendAccountMail,
  'sign-off-reminder': sendAccountMail,
  embargo: sendAccountMail,
  'embargo-news': sendAccountMail,
  hub: ({ recipient, subjectId }) => notifyHub(recipient, subjectId),
  indexnow: ({ recipient, subjectId }) => notifyIndexNow(recipient, subjectId),
}

async function sendAccountMail(delivery: Delivery, now: Date): Promise<void> {
  const { id, kind, attempts } = delivery
  const mail = await accountMail(kind as AccountMailKind, delivery, now)
  // Each attempt has a link of its own, and no program is to think it has shown this one already.
  if (mail) await sendMail(mail, `${id}-${attempts}`)
}

/**
 * The kinds of the deliveries sent at once, one for each lane, so that a hub that does not answer keeps no mail
 * waiting.
 */
const lanes: DeliveryKind[] = [
  'password-link',
  'email-link',
  'email-asked',
  'email-changed',
  'invitation',
  'notification',
  'notification',
  'sign-off',
  'sign-off-reminder',
  'embargo-news',
  'embargo-news',
  'embargo',
  'feedback',
  'feedback',
  'hub',
  'hub',
  'hub',
  'hub',
  'indexnow',
  'indexnow',
]

async function deliver(round: Round): Promise<void> {
  await Promise.all(
    lanes.map(async (kind) => {
      while (!round.isOver()) {
        const claimed = await claimDelivery(kind, round.now())
        if (!claimed) return
        await sendClaimed(claimed, round)
      }
    }),
  )
}

async function sendClaimed(claimed: Delivery, round: Round): Promise<void> {
  const { kind, recipient } = claimed
  try {
    await send[kind](claimed, round.now())
  } catch (thrown) {
    round.failed++
    const error = thrown instanceof Error ? thrown.message : String(thrown)
    const isFinal = thrown instanceof MailFailure && thrown.isFinal
    const isGivenUp = await settleFailed(claimed, { error, isFinal }, round.now())
    const alike = JSON.stringify([kind, recipient, error, isGivenUp])
    const count = (round.failures.get(alike)?.count ?? 0) + 1
    round.failures.set(alike, { kind, recipient, error, isGivenUp, count })
    return
  }
  round.arrived++
  await settleArrived(claimed, round.now())
}

/**
 * Starts the clock: a round every other second, one at a time. Returns a function that stops it and waits a little for
 * deliveries under way.
 */
export function startClock(): () => Promise<void> {
  const stopping = new AbortController()
  let round: Promise<unknown> | undefined
  const timer = setInterval(() => {
    round ??= tick(new Date(), stopping.signal).finally(() => {
      round = undefined
    })
  }, every)
  timer.unref()
  const changing = setInterval(
    () =>
      void publishScheduledChanges(new Date()).catch((error) =>
        log.error({ err: error }, 'scheduled changes were not published'),
      ),
    changesEvery,
  )
  changing.unref()
  return async () => {
    clearInterval(timer)
    clearInterval(changing)
    stopping.abort()
    let waited: NodeJS.Timeout | undefined
    const enough = new Promise((resolve) => {
      waited = setTimeout(resolve, stopsWithin)
    })
    await Promise.race([round, enough])
    clearTimeout(waited)
  }
}
