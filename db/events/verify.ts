/**
 * Checks the chain over the audit log, from its first post to its last. Whoever can write the database file can of course
 * write a whole new chain: what shows that is a hash kept elsewhere, as in the operator's log, a backup, or on paper.
 */
import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import { log } from '#lib/log.ts'
import { instantsOf, wallTimeOf } from '#lib/time/zone.ts'
import { db, prepared, write } from '../client.ts'
import { atMost } from '../dialect.ts'
import { highestLink } from '../engine/audit-log.ts'
import { type ChainLink, type Event, eventChain, events, type LogCheck, logChecks } from '../schema/events.ts'
import { getSettings } from '../settings.ts'
import { contentsHash, lastLink, linkHash, originHash } from './chain.ts'
import { postsIn } from './forget.ts'

/**
 * What is wrong with a post: it is not as it was written or not where it stood; it is gone from between others; it is in
 * the log and not in the chain; the chain ends before it; its words were blanked, and no post tells of that.
 */
export type ChainProblem = 'changed' | 'missing' | 'outside' | 'shortened' | 'blanked'

/** How far a chain had come, and its hash there. */
export interface ChainMark {
  posts: number
  hash: string
}

export interface Verdict extends ChainMark {
  /** Null for a chain that is whole. */
  broken: { post: number | null; problem: ChainProblem; event: Pick<Event, 'at' | 'verb' | 'noun'> | null } | null
}

/** Few enough that a page need not wait for them. */
const atOnce = 200

/**
 * Follows the chain and returns the first post that is broken, if one is. It must still come by the last check that found
 * it whole, and by a mark that was kept elsewhere where one is given: only so is a lost end found.
 */
export async function verifyChain(kept?: ChainMark): Promise<Verdict> {
  const marks = [...(await lastWholeCheck()), ...(kept ? [kept] : [])]
  // Read before the chain, which may grow meanwhile.
  const height = await highestLink()
  const unexplained = new Map<number, Event>()
  let [posts, hash] = [0, '']
  const broken = (post: number | null, problem: ChainProblem, event: Event | null = null): Verdict => ({
    ...{ posts, hash },
    broken: { post, problem, event },
  })
  for (;;) {
    const some = await linksAfter(posts)
    for (const { link, event } of some) {
      if (link.position !== posts + 1) return broken(posts + 1, 'missing')
      if (!event) return broken(link.position, 'missing')
      if (link.hash !== linkHash(hash, link, event)) return broken(link.position, 'changed', event)
      const parts = partsOf(link, event)
      if (parts.includes('changed')) return broken(link.position, 'changed', event)
      if (parts.includes('blanked')) unexplained.set(link.position, event)
      if (event.noun === 'log' && event.verb === 'forget')
        for (const post of postsIn(String(event.details?.posts), posts)) unexplained.delete(post)
      posts = link.position
      hash = link.hash
      if (marks.some((mark) => mark.posts === posts && mark.hash !== hash)) return broken(posts, 'changed', event)
    }
    if (some.length < atOnce) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  const [blanked] = unexplained
  if (blanked) return broken(blanked[0], 'blanked', blanked[1])
  if (Math.max(height, ...marks.map((mark) => mark.posts)) > posts) return broken(posts + 1, 'shortened')
  const outside = await firstOutside()
  return outside ? broken(null, 'outside', outside) : { posts, hash, broken: null }
}

const sentences: Record<ChainProblem, string> = {
  changed: 'It is not as it was written, or does not stand where it stood.',
  missing: 'It is gone from between two others.',
  outside: 'It stands in the log and not in the chain.',
  shortened: 'The end of the chain is gone: it has been longer.',
  blanked: 'What it said was blanked, and no post tells of it.',
}

/** Says to the operator where a chain is broken, and what to do. */
export function brokenText({ posts, broken }: Verdict): string {
  if (!broken) return ''
  const { post, problem, event } = broken
  const what = event ? ` (${event.at.toISOString()}, ${event.verb} ${event.noun})` : ''
  const where = `The audit log is broken at ${post === null ? 'a post without a number' : `post ${post}`}${what}.`
  const next = `Posts 1 to ${posts} are whole. Compare the database with the latest backup made before, and keep both.`
  return [where, sentences[problem], next].join(' ')
}

const linksAfter = (position: number) =>
  db
    .select({ link: eventChain, event: events })
    .from(eventChain)
    .leftJoin(events, eq(events.id, eventChain.eventId))
    .where(gt(eventChain.position, position))
    .orderBy(asc(eventChain.position))
    .limit(atOnce)

/** Compares what can be blanked with its hashes: words that are gone are another matter than words that are others. */
function partsOf(link: ChainLink, event: Event): ('whole' | 'blanked' | 'changed')[] {
  const { salt, name, details, changes, originSalt, actorName, address, erasedAt } = event
  const compare = (isWhole: boolean, left: unknown[]) =>
    isWhole ? 'whole' : erasedAt && left.every((one) => one === null) ? 'blanked' : 'changed'
  return [
    compare(link.contentsHash === contentsHash(event), [salt, name, details, changes]),
    compare(link.originHash === originHash(event), [originSalt, actorName, address]),
  ]
}

/** Returns the first event that is not in the chain. */
async function firstOutside(): Promise<Event | undefined> {
  const [row] = await db
    .select({ event: events })
    .from(events)
    .leftJoin(eventChain, eq(eventChain.eventId, events.id))
    .where(isNull(eventChain.position))
    .orderBy(asc(events.at))
    .limit(1)
  return row?.event
}

const lastWholeCheck = () =>
  db
    .select({ posts: logChecks.posts, hash: logChecks.hash })
    .from(logChecks)
    .where(and(isNull(logChecks.problem), gt(logChecks.posts, 0)))
    .orderBy(desc(logChecks.at), desc(logChecks.id))
    .limit(1)

/** Returns the last check of the chain, or undefined before the first. */
export async function lastCheck(): Promise<LogCheck | undefined> {
  return (await lastCheckQuery().execute())[0]
}

const lastCheckQuery = prepared((reader) =>
  reader.select().from(logChecks).orderBy(desc(logChecks.at), desc(logChecks.id)).limit(atMost(1)).prepare(),
)

/** Checks the chain and keeps the result, here and in the operator's log, where nobody can change it by way of the database. */
export async function checkLog(now: Date): Promise<LogCheck> {
  const { posts, hash, broken } = await verifyChain()
  if (broken) log.error({ post: broken.post, problem: broken.problem }, 'the audit log is broken')
  else log.info({ posts, hash }, 'the audit log is whole')
  return write(async (tx) => {
    const [check] = await tx
      .insert(logChecks)
      .values({ at: now, posts, hash, brokenAt: broken?.post, problem: broken?.problem })
      .returning()
    if (!check) throw new Error('the check was not written')
    return check
  })
}

const checkedAt = '06:00'
const day = 86_400_000

/** Checks the chain once after six every morning, by the newsroom's clock. Does nothing where nothing has been recorded. */
export async function checkLogDaily(now: Date): Promise<void> {
  const last = await lastCheck()
  const timeZone = (await getSettings())?.timeZone
  if (!timeZone || (last && last.at >= latestMorning(now, timeZone)) || !(await lastLink(db))) return
  await checkLog(now)
}

function latestMorning(now: Date, timeZone: string): Date {
  const [today] = instantsOf({ date: wallTimeOf(now, timeZone).date, time: checkedAt }, timeZone)
  if (today && today <= now) return today
  const { date } = wallTimeOf(new Date(now.getTime() - day), timeZone)
  return instantsOf({ date, time: checkedAt }, timeZone)[0] ?? new Date(now.getTime() - day)
}
