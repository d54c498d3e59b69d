/**
 * Tells members what has been said in the texts they write and the threads they take part in, until they have looked at
 * it.
 */
import { and, asc, count, eq, exists, inArray, isNull, ne, or, type Placeholder, sql } from 'drizzle-orm'
import { db, prepared, type Reader, type Writer, write } from '../../client.ts'
import { alias } from '../../dialect.ts'
import { notifications } from '../../schema/outbox.ts'
import { type Comment, commentReads, comments, releases, revisions } from '../../schema/releases.ts'
import { users } from '../../schema/users.ts'
import { notInTrash } from '../../trash/in-trash.ts'
import { type ListedRelease, listByIds } from '../list.ts'

/** What is new to a member in one text. */
export interface CommentNotice {
  release: ListedRelease
  /** The oldest of the new comments, which a link leads to. */
  firstId: string
  count: number
  /** Who has said something, each once, in the order they first did. */
  authors: string[]
  /** The last of the new comments. */
  text: string
  at: Date
}

const thread = alias(comments, 'thread')
const own = alias(comments, 'own')
const one = { one: sql`1` }

/** The predicate for comments that a member has not looked at. */
const isUnread = (userId: string | Placeholder) =>
  sql`NOT EXISTS (SELECT 1 FROM ${commentReads} WHERE ${commentReads.commentId} = ${comments.id} AND ${commentReads.userId} = ${userId})`

/** What others have said and a member is to know of. What has been resolved needs nobody. */
const isNewTo = (userId: Placeholder) =>
  and(
    isNull(thread.resolvedAt),
    or(isNull(comments.authorId), ne(comments.authorId, userId)),
    isUnread(userId),
    notInTrash('release', releases.id),
    or(
      eq(releases.createdBy, userId),
      exists(
        db
          .select(one)
          .from(revisions)
          .where(and(eq(revisions.releaseId, releases.id), eq(revisions.createdBy, userId))),
      ),
      exists(
        db
          .select(one)
          .from(own)
          .where(and(eq(own.authorId, userId), or(eq(own.id, thread.id), eq(own.parentId, thread.id)))),
      ),
    ),
  )

/**
 * Returns the members who are to know of what is said in a thread, or of one that begins: whoever has written in the text,
 * and whoever has taken part. They are those to whom `isNewTo` shows it.
 */
export async function concernedBy(tx: Writer, releaseId: string, threadId = ''): Promise<(string | null)[]> {
  const [text, written, said] = await Promise.all([
    tx.select({ id: releases.createdBy }).from(releases).where(eq(releases.id, releaseId)),
    tx.selectDistinct({ id: revisions.createdBy }).from(revisions).where(eq(revisions.releaseId, releaseId)),
    tx
      .selectDistinct({ id: comments.authorId })
      .from(comments)
      .where(or(eq(comments.id, threadId), eq(comments.parentId, threadId))),
  ])
  return [...text, ...written, ...said].map(({ id }) => id)
}

/** Returns the texts with comments that are new to a member, the one commented last first. */
export async function listCommentNotices(userId: string, now: Date): Promise<CommentNotice[]> {
  const rows = await newComments().execute({ userId })
  const byRelease = Map.groupBy(rows, ({ comment }) => comment.releaseId)
  const texts = await listByIds([...byRelease.keys()], now)
  const notices = texts.flatMap((release): CommentNotice[] => {
    const said = byRelease.get(release.id) ?? []
    const [first, last] = [said[0]?.comment, said.at(-1)?.comment]
    if (!first || !last) return []
    return [
      {
        release,
        firstId: first.id,
        count: said.length,
        authors: [...new Set(said.map(({ comment, author }) => author ?? comment.guestName))],
        text: last.text,
        at: last.createdAt,
      },
    ]
  })
  return notices.sort((a, b) => b.at.getTime() - a.at.getTime())
}

const newComments = prepared((reader) =>
  reader
    .select({ comment: comments, author: users.name })
    .from(comments)
    .innerJoin(thread, eq(thread.id, sql`coalesce(${comments.parentId}, ${comments.id})`))
    .innerJoin(releases, eq(releases.id, comments.releaseId))
    .leftJoin(users, eq(users.id, comments.authorId))
    .where(isNewTo(sql.placeholder('userId')))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .prepare(),
)

/** Selects how many comments are new to a member. */
export const selectNewCount = (reader: Reader, userId: Placeholder) =>
  reader
    .select({ total: count() })
    .from(comments)
    .innerJoin(thread, eq(thread.id, sql`coalesce(${comments.parentId}, ${comments.id})`))
    .innerJoin(releases, eq(releases.id, comments.releaseId))
    .where(isNewTo(userId))

/** Returns which comments on a text others have made and a member has not looked at. */
export async function listUnread(releaseId: string, userId: string): Promise<Set<string>> {
  const rows = await db
    .select({ id: comments.id })
    .from(comments)
    .where(
      and(
        eq(comments.releaseId, releaseId),
        or(isNull(comments.authorId), ne(comments.authorId, userId)),
        isUnread(userId),
      ),
    )
  return new Set(rows.map(({ id }) => id))
}

/** Notes that a member has looked at comments on a text. What is not there, or was looked at before, changes nothing. */
export async function readComments(releaseId: string, ids: string[], by: { actor: { id: string }; now: Date }) {
  await write((tx) => noteRead(tx, and(eq(comments.releaseId, releaseId), inArray(comments.id, ids)), by))
}

/** Notes inside a change under way that a member has looked at all that was said in a thread. */
export const readThread = (tx: Writer, threadId: string, by: { actor: { id: string }; now: Date }) =>
  noteRead(tx, or(eq(comments.id, threadId), eq(comments.parentId, threadId)), by)

/** Notes inside the change that resolves a thread that nobody need be told of it any more, here or by mail. */
export async function settleNotifications(
  tx: Writer,
  { id, releaseId }: Pick<Comment, 'id' | 'releaseId'>,
  now: Date,
): Promise<void> {
  const said = tx
    .select({ id: comments.id })
    .from(comments)
    .where(or(eq(comments.id, id), eq(comments.parentId, id)))
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(
      and(eq(notifications.releaseId, releaseId), isNull(notifications.readAt), inArray(notifications.commentId, said)),
    )
}

async function noteRead(
  tx: Writer,
  which: ReturnType<typeof and>,
  { actor, now }: { actor: { id: string }; now: Date },
): Promise<void> {
  const rows = await tx.select({ id: comments.id }).from(comments).where(which)
  if (rows.length === 0) return
  await tx
    .insert(commentReads)
    .values(rows.map(({ id }) => ({ userId: actor.id, commentId: id, at: now })))
    .onConflictDoNothing()
  const told = inArray(
    notifications.commentId,
    rows.map(({ id }) => id),
  )
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(and(eq(notifications.userId, actor.id), isNull(notifications.readAt), told))
}
