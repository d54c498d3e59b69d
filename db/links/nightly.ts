/**
 * Asks at night after every address that readers can press. It is done politely: one question at a time to each host with a
 * pause after it, few hosts at once, and no more in a night than a limit; those that have failed are asked first, then those
 * that have waited longest. A night counts once for an address, whoever asks and however often the server is restarted.
 */
import { and, asc, count, desc, eq, lt } from 'drizzle-orm'
import type { LinkStatus } from '#lib/outbound/link-status.ts'
import { type NetworkAccess, openInternet, probeLink } from '#lib/outbound/probe-link.ts'
import { wallTimeOf } from '#lib/time/zone.ts'
import { db, unlessElsewhere, write } from '../client.ts'
import { type LinkCheck, linkChecks } from '../schema/links.ts'
import { getSettings } from '../settings.ts'
import { lookUpOwn, ownPath } from './own-address.ts'
import { gatherLinks } from './places.ts'

/** The hours in which links are asked after, by the newsroom's clock. Where a night has no such hour, the next has. */
const hours = { from: '02:00', until: '05:00' }

interface Manners {
  /** How many addresses are asked after in a night. */
  limit: number
  hostsAtOnce: number
  /** The milliseconds between two questions to one host. */
  pause: number
  /** The milliseconds an address has to answer. */
  patience: number
}

const politely: Manners = { limit: 2_000, hostsAtOnce: 4, pause: 1_000, patience: 15_000 }

/** How it is asked: tests bring a net of their own, and other manners. */
export interface Asking {
  reach?: NetworkAccess
  manners?: Partial<Manners>
  signal?: AbortSignal | undefined
}

/** Returns the night that it is, as its day, or undefined by day. */
export function nightAt(now: Date, timeZone: string): string | undefined {
  const { date, time } = wallTimeOf(now, timeZone)
  return time >= hours.from && time < hours.until ? date : undefined
}

let doneOn: string | undefined

/** Asks after the links once a night, from two o'clock on. Does nothing by day, and nothing twice. */
export async function checkLinksNightly(now: Date, asking: Asking = {}): Promise<void> {
  const timeZone = (await getSettings())?.timeZone
  const night = timeZone && nightAt(now, timeZone)
  if (!timeZone || !night || night === doneOn) return
  await unlessElsewhere('links', () => checkLinks(night, now, asking))
  if (!asking.signal?.aborted) doneOn = night
}

/** Gathers all addresses and asks after those that have not been asked on this night (YYYY-MM-DD). */
export async function checkLinks(
  night: string,
  now: Date,
  { reach = openInternet, manners = {}, signal }: Asking = {},
): Promise<void> {
  const { limit, hostsAtOnce, pause, patience } = { ...politely, ...manners }
  await gatherLinks(now)
  const [asked] = await db.select({ total: count() }).from(linkChecks).where(eq(linkChecks.askedOn, night))
  const due = await db
    .select()
    .from(linkChecks)
    .where(lt(linkChecks.askedOn, night))
    .orderBy(desc(linkChecks.failedNights), asc(linkChecks.askedOn), asc(linkChecks.id))
    .limit(Math.max(0, limit - (asked?.total ?? 0)))
  const hosts = [...Map.groupBy(due, ({ url }) => hostOf(url)).values()]
  const silent: LinkCheck[] = []
  let hasAnswer = false
  const askHost = async (links: LinkCheck[]) => {
    for (const [place, link] of links.entries()) {
      if (signal?.aborted) return
      const path = ownPath(link.url)
      if (path === undefined && place > 0) await new Promise((resolve) => setTimeout(resolve, pause))
      const answer = await (path === undefined ? probeLink(link.url, reach, patience) : lookUpOwn(path, now))
      if (path === undefined && answer.status !== undefined) hasAnswer = true
      if (isSilence(answer) && path === undefined) silent.push(link)
      else await note(link, answer, night)
    }
  }
  const askSome = async () => {
    for (let links = hosts.shift(); links; links = hosts.shift()) await askHost(links)
  }
  await Promise.all(Array.from({ length: hostsAtOnce }, askSome))
  // Where nobody at all has answered, it is the newsroom that has no network: that is no night against the links.
  if (hasAnswer) for (const link of silent) await note(link, { state: 'broken' }, night)
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? ''

/** Whether nothing came back at all: too slow, no connection, a certificate that does not hold. */
const isSilence = ({ state, status }: LinkStatus): boolean => state === 'unknown' && status === undefined

/** A server that turns robots away is there; one that cannot answer any request has failed, if only for this night. */
const hasFailed = ({ state, status = 0 }: LinkStatus): boolean =>
  state === 'broken' || (state === 'unknown' && status >= 500)

async function note({ id, failedNights, failedSince }: LinkCheck, answer: LinkStatus, night: string): Promise<void> {
  const { status = null, movedTo = '' } = answer
  const known = { askedOn: night, status, movedTo }
  const failed = { failedNights: failedNights + 1, failedSince: failedSince || night }
  // What somebody has left as it is, and that answers again, is told of when it dies anew.
  const stands = { failedNights: 0, failedSince: '', ...(answer.state === 'answers' && { leftAt: null }) }
  const isNotYet = and(eq(linkChecks.id, id), lt(linkChecks.askedOn, night))
  await write((tx) =>
    tx
      .update(linkChecks)
      .set({ ...known, ...(hasFailed(answer) ? failed : stands) })
      .where(isNotYet),
  )
}
