/** Presence: who has a text open. Each window reports every few seconds and is forgotten when it falls silent. */
import { and, asc, eq, gt, lt } from 'drizzle-orm'
import { db, write } from '../client.ts'
import type { Actor } from '../events.ts'
import { presences } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { requireRelease } from './require-release.ts'

/** `away` means that the window is hidden behind another one. */
export const presenceStates = ['writing', 'open', 'away', 'gone'] as const
export type PresenceState = (typeof presenceStates)[number]

/**
 * How long a window counts as open after its last report, in milliseconds. Browsers let hidden windows report once a
 * minute.
 */
const silence: Record<Exclude<PresenceState, 'gone'>, number> = { writing: 30_000, open: 30_000, away: 150_000 }

export interface Present {
  userId: string
  name: string
  since: number
  writingSince: number | null
  place: number | null
}

interface Window {
  actor: Actor
  windowId: string
  now: Date
}

/** Notes that a window has the text open, or no longer has it. Refuses a release that is not there. */
export async function notePresence(
  releaseId: string,
  { state, place }: { state: PresenceState; place: number | null },
  { actor, windowId, now }: Window,
): Promise<void> {
  const isThisWindow = and(
    eq(presences.releaseId, releaseId),
    eq(presences.userId, actor.id),
    eq(presences.windowId, windowId),
  )
  await write(async (tx) => {
    if (state === 'gone') return void (await tx.delete(presences).where(isThisWindow))
    const before = await tx.query.presences.findFirst({ where: isThisWindow })
    const said = {
      writingSince: state === 'writing' ? (before?.writingSince ?? now) : null,
      place: state === 'writing' ? place : null,
      expiresAt: new Date(now.getTime() + silence[state]),
    }
    if (before) return void (await tx.update(presences).set(said).where(isThisWindow))
    await requireRelease(tx, releaseId)
    await tx.delete(presences).where(lt(presences.expiresAt, now))
    await tx.insert(presences).values({ releaseId, userId: actor.id, windowId, since: now, ...said })
  })
}

/**
 * Returns the others in the text, one entry for each member, those who write first. Another window of the member's own
 * is also one.
 */
export async function listPresent(releaseId: string, { actor, windowId, now }: Window): Promise<Present[]> {
  const rows = await db
    .select({ presence: presences, name: users.name })
    .from(presences)
    .innerJoin(users, eq(users.id, presences.userId))
    .where(and(eq(presences.releaseId, releaseId), gt(presences.expiresAt, now)))
    .orderBy(asc(presences.since))
  const others = rows.filter(({ presence }) => presence.userId !== actor.id || presence.windowId !== windowId)
  const members = Map.groupBy(others, ({ presence }) => presence.userId)
  return [...members.values()]
    .map((windows) => {
      const shown = windows.find(({ presence }) => presence.writingSince) ?? windows[0]
      if (!shown) throw new Error('a member without a window')
      const { userId, since, writingSince, place } = shown.presence
      return { userId, name: shown.name, since: since.getTime(), writingSince: writingSince?.getTime() ?? null, place }
    })
    .sort((a, b) => Number(b.writingSince !== null) - Number(a.writingSince !== null))
}
