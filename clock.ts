/**
 * What time sets going. What readers see is a question and no job of this one's: here people and programs are told, and what
 * is old is cleared away. The server does it every other second, and the operator by a command.
 */

import { pruneFeedback } from '#db/feedback.ts'
import { announceChanges } from '#db/outbox/announcements.ts'
import { claimDelivery, pruneDeliveries, settleArrived, settleFailed } from '#db/outbox/deliveries.ts'
import { feedbackLetter } from '#db/outbox/feedback-mail.ts'
import type { Delivery } from '#db/schema/outbox.ts'
import type { DeliveryKind } from '#db/types.ts'
import { log } from '#lib/log.ts'
import { MailFailure, sendLetter } from '#lib/outbound/mail.ts'
import { tellHub } from '#lib/outbound/websub.ts'

const every = 2_000
/** How long a round goes on taking up deliveries, in milliseconds: what is new must not wait long for what is slow. */
const roundLasts = 20_000
/** How long a stopping server waits for what is being sent. What is cut off then is sent when its claim has run out. */
const stopsWithin = 5_000

interface Round {
  /** The time it is now, by the time the round began. */
  now: () => Date
  isOver: () => boolean
  arrived: number
  failed: number
  /** What failed alike is one line in the log: a hub that is gone is told of in vain for every feed. */
  failures: Map<string, Failure>
}

interface Failure extends Pick<Delivery, 'kind' | 'recipient'> {
  error: string
  isGivenUp: boolean
  count: number
}

/** Everything there is to do, in the order it is done. */
const jobs: Record<string, (round: Round) => Promise<void>> = {
  announce: ({ now }) => announceChanges(now()),
  deliver,
  'prune feedback': ({ now }) => pruneFeedback(now()),
  'prune deliveries': ({ now }) => pruneDeliveries(now()),
}

/** One round of all of it, and how many deliveries arrived and failed. A job that fails is logged and keeps no other from being done. */
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

/** How each kind is sent. */
const send: Record<DeliveryKind, (delivery: Delivery) => Promise<void>> = {
  async feedback({ id, recipient, subjectId }) {
    const letter = await feedbackLetter(subjectId, recipient)
    if (letter) await sendLetter(letter, id)
  },
  hub: ({ recipient, subjectId }) => tellHub(recipient, subjectId),
}

/** How many of each kind are sent at once, so that a hub that does not answer keeps no mail waiting. */
const lanes: DeliveryKind[] = ['feedback', 'feedback', 'hub', 'hub', 'hub', 'hub']

async function deliver(round: Round): Promise<void> {
  await Promise.all(
    lanes.map(async (kind) => {
      while (!round.isOver()) {
        const claimed = await claimDelivery(kind, round.now())
        if (!claimed) return
        await attempt(claimed, round)
      }
    }),
  )
}

async function attempt(claimed: Delivery, round: Round): Promise<void> {
  const { kind, recipient } = claimed
  try {
    await send[kind](claimed)
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

/** Does a round every other second, one at a time, until it is told to stop; then waits a little for what is under way. */
export function startClock(): () => Promise<void> {
  const stopping = new AbortController()
  let round: Promise<unknown> | undefined
  const timer = setInterval(() => {
    round ??= tick(new Date(), stopping.signal).finally(() => {
      round = undefined
    })
  }, every)
  timer.unref()
  return async () => {
    clearInterval(timer)
    stopping.abort()
    let waited: NodeJS.Timeout | undefined
    const enough = new Promise((resolve) => {
      waited = setTimeout(resolve, stopsWithin)
    })
    await Promise.race([round, enough])
    clearTimeout(waited)
  }
}
