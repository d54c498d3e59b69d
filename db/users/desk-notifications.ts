/** What the desk shows a member of the work on texts, until they have looked at it. */
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lt, ne, or, type Placeholder, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { db, prepared, type Reader, write } from '../client.ts'
import { alias, atMost } from '../dialect.ts'
import type { Actor } from '../events.ts'
import { notifications } from '../schema/outbox.ts'
import { releases, revisions } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { mailTopics, type NotificationKind } from '../types.ts'

const day = 86_400_000
/** What has been read stays on the desk for so many days, and is kept for so many. */
const shownDays = 3
const keptDays = 30
/** What nobody has read is kept for half a year: its member is not here any more. */
const keptUnreadDays = 180
const most = 50

export interface DeskNotification {
  id: string
  kind: NotificationKind
  releaseId: string
  /** The title of the text as it is now. */
  title: string
  language: Language
  /** The member or the guest who took the step; empty where nobody did. */
  by: string
  note: string
  at: Date
  isUnread: boolean
}

/** The predicate for what the desk lists. Comments have a list of their own there, with a memory of its own. */
const isListed = (userId: string | Placeholder) =>
  and(eq(notifications.userId, userId), ne(notifications.kind, 'commented'), notInTrash('release', releases.id))

/** Returns what a member has been told: all that is unread, and what was read of the last days, the latest first. */
export async function listNotifications(userId: string, now: Date): Promise<DeskNotification[]> {
  const since = new Date(now.getTime() - shownDays * day)
  const rows = await listed().execute({ userId, since })
  return rows.map(({ told, title, language, actor }) => ({
    ...{ id: told.id, kind: told.kind, releaseId: told.releaseId, note: told.note, at: told.createdAt },
    ...{ title, language, by: actor ?? told.guestName, isUnread: told.readAt === null },
  }))
}

const actors = alias(users, 'actors')

const listed = prepared((reader) =>
  reader
    .select({ told: notifications, title: revisions.title, language: releases.language, actor: actors.name })
    .from(notifications)
    .innerJoin(releases, eq(releases.id, notifications.releaseId))
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .leftJoin(actors, eq(actors.id, notifications.actorId))
    .where(
      and(
        isListed(sql.placeholder('userId')),
        or(
          isNull(notifications.readAt),
          gt(notifications.createdAt, sql.param(sql.placeholder('since'), notifications.createdAt)),
        ),
      ),
    )
    .orderBy(asc(isNotNull(notifications.readAt)), desc(notifications.createdAt), desc(notifications.id))
    .limit(atMost(most))
    .prepare(),
)

/** Selects how much the desk shows a member that they have not read. */
export const selectUnreadCount = (reader: Reader, userId: Placeholder) =>
  reader
    .select({ total: count() })
    .from(notifications)
    .innerJoin(releases, eq(releases.id, notifications.releaseId))
    .where(and(isListed(userId), isNull(notifications.readAt)))

/** Notes that a member has read one thing they were told, or all. What is not theirs, or was read before, changes nothing. */
export async function readNotifications(which: string | 'all', { actor, now }: { actor: Actor; now: Date }) {
  const theirs = and(eq(notifications.userId, actor.id), isNull(notifications.readAt))
  const asked = which === 'all' ? ne(notifications.kind, 'commented') : eq(notifications.id, which)
  await write((tx) => tx.update(notifications).set({ readAt: now }).where(and(theirs, asked)))
}

/** Returns where what a member was told of is seen. Undefined for what is not theirs. */
export async function addressOfNotification(id: string, userId: string): Promise<string | undefined> {
  const [told] = await db
    .select({ kind: notifications.kind, releaseId: notifications.releaseId, storyId: releases.storyId })
    .from(notifications)
    .innerJoin(releases, eq(releases.id, notifications.releaseId))
    .where(and(eq(notifications.id, id), eq(notifications.userId, userId)))
  return told && placeOfTold(told)
}

/** Returns where what is told of is seen: a text, or the page of the statement that crisis mode is on for. */
export const placeOfTold = (told: { kind: NotificationKind; releaseId: string; storyId: string }): string =>
  mailTopics.crisis.some((kind) => kind === told.kind)
    ? `/studio/crisis/${told.storyId}`
    : `/studio/releases/${told.releaseId}`

/** Deletes what was read long ago, and what has lain unread for half a year. */
export async function pruneNotifications(now: Date): Promise<void> {
  const before = (days: number) => lt(notifications.createdAt, new Date(now.getTime() - days * day))
  const old = and(before(keptDays), or(isNotNull(notifications.readAt), before(keptUnreadDays)))
  if (!(await db.select({ id: notifications.id }).from(notifications).where(old).limit(1)).length) return
  await write((tx) => tx.delete(notifications).where(old))
}
