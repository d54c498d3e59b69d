/**
 * Tells members of the work on texts that concerns them. A step and its telling are one change: what is undone was never
 * told. The desk shows it; whether it is mailed too, the member has chosen.
 */
import { and, eq, gte, inArray, isNull } from 'drizzle-orm'
import { env } from '#lib/env.ts'
import { takeBackWithin } from '#lib/time/take-back.ts'
import type { Writer } from '../client.ts'
import type { AnyActor } from '../events.ts'
import { notifications } from '../schema/outbox.ts'
import { type User, users } from '../schema/users.ts'
import type { NotificationKind } from '../types.ts'
import { choiceOf, nextMorning } from './mail-choices.ts'

interface Told {
  kind: NotificationKind
  releaseId: string
  /** The ids of the members it concerns; null where a text has no writer. */
  to: (string | null)[]
  actor: AnyActor
  /** Words that came with the step: a reason, a greeting, a name. */
  note?: string
  /** What was said, where it is a comment. */
  commentId?: string
  now: Date
}

/**
 * Tells members of a step, as part of the change that takes it: on the desk, and by mail as each has chosen. Nobody is told
 * twice, nobody who has been removed, and never whoever took the step. Mail waits for the minute within which most steps
 * can be undone.
 */
export async function notify(tx: Writer, { to, actor, note = '', now, ...step }: Told): Promise<void> {
  const actorId = actor !== null && actor !== 'operator' && 'id' in actor ? actor.id : null
  const guestName = actor !== null && actor !== 'operator' && 'guest' in actor ? actor.guest.name : ''
  const ids = to.filter((id) => id !== null && id !== actorId) as string[]
  if (ids.length === 0) return
  const members = await tx
    .select()
    .from(users)
    .where(and(inArray(users.id, [...new Set(ids)]), isNull(users.removedAt)))
  if (members.length === 0) return
  const timeZone = (await tx.query.settings.findFirst({ columns: { timeZone: true } }))?.timeZone ?? 'UTC'
  const mailTimes = {
    'at-once': new Date(now.getTime() + takeBackWithin),
    daily: nextMorning(now, timeZone),
    never: null,
  }
  await tx.insert(notifications).values(
    members.map((member) => ({
      ...step,
      ...{ userId: member.id, actorId, guestName, note, createdAt: now },
      mailAt: env.mailServer ? mailTimes[choiceOf(member, step.kind)] : null,
    })),
  )
}

/**
 * Takes back, inside the change that undoes a step, what members have been told of it and not read. Returns who will never
 * have heard of what: whoever has read it, on the desk or in their mail, must be told that it was undone.
 */
export async function unnotify(
  tx: Writer,
  { releaseId, kinds, since, of }: { releaseId: string; kinds: NotificationKind[]; since?: Date; of?: string[] },
): Promise<{ userId: string; kind: NotificationKind }[]> {
  const taken = await tx
    .delete(notifications)
    .where(
      and(
        eq(notifications.releaseId, releaseId),
        inArray(notifications.kind, kinds),
        isNull(notifications.readAt),
        since && gte(notifications.createdAt, since),
        of && inArray(notifications.userId, of),
      ),
    )
    .returning({ userId: notifications.userId, kind: notifications.kind, mailId: notifications.mailId })
  return taken.filter(({ mailId }) => mailId === null)
}

/**
 * Tells the member who gets a text, and the one who had it. A text that comes back before its writer knew that it had gone
 * is nothing to tell of: who presses Undo has handed nothing over.
 */
export async function tellOfHandOver(
  tx: Writer,
  { releaseId, from, to }: { releaseId: string; from: string | null; to: Pick<User, 'id' | 'name'> },
  by: { actor: AnyActor; now: Date },
): Promise<void> {
  const of = [from, to.id].filter((id) => id !== null)
  const untold = await unnotify(tx, { releaseId, kinds: ['handed-over', 'handed-on'], of })
  const knew = (userId: string | null) => !untold.some((one) => one.userId === userId)
  const { actor, now } = by
  if (knew(to.id)) await notify(tx, { kind: 'handed-over', releaseId, to: [to.id], actor, now })
  if (knew(from)) await notify(tx, { kind: 'handed-on', releaseId, to: [from], note: to.name, actor, now })
}
