/**
 * Comments on a text while it is written: by colleagues, and by guests through a preview link. Readers never see them.
 */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import {
  type Anchor,
  anchorPlaces,
  type Commented,
  followAnchor,
  followAnchors,
  maxAnchorLength,
  maxCommentLength,
  quoteOf,
} from '#lib/document/comment-anchor.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from '../client.ts'
import { alias } from '../dialect.ts'
import { type Actor, type AnyActor, recordEvent } from '../events.ts'
import { requiredLine, storedId } from '../inputs.ts'
import { addressKey, countAttempt } from '../rate-limit.ts'
import { type Comment, comments, previewLinks } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { listUnread, readThread } from './comments/notices.ts'
import type { OpenLink } from './preview-links.ts'
import { requireRelease } from './require-release.ts'

const words = requiredLine(maxCommentLength)

const anchorSchema = z.strictObject({
  place: z.enum(anchorPlaces),
  index: z.int().min(0).max(2_000),
  text: z.string().max(maxAnchorLength),
  key: z.string().max(64),
})

export const commentSchema = z.strictObject({ anchor: anchorSchema, text: words })
export const replySchema = z.strictObject({ parentId: storedId, text: words })

/**
 * What a guest's form sends: the comment, and the block it is about, by its place and its words when the page was made.
 */
export const guestCommentSchema = z.object({
  name: requiredLine(100),
  text: words,
  place: z.enum(anchorPlaces),
  index: z.coerce.number().int().min(0).max(2_000),
  about: z.string().max(maxAnchorLength),
  key: z.string().max(64),
})

export interface CommentText {
  id: string
  /** The member's name, or the name the guest has given. */
  author: string
  authorId: string | null
  /** The name of the preview link that a guest has used. */
  link: string | null
  text: string
  at: Date
  /** Whether somebody else has said it, and the member who asks has not looked at it. */
  isNew: boolean
}

export interface Thread extends CommentText {
  anchor: Anchor
  quote: string
  resolvedAt: Date | null
  resolvedBy: string | null
  replies: CommentText[]
}

type By = { actor: Actor; now: Date }
const perLink = 60
const perAddress = 20

/** Adds a comment on a part of a text and returns its id. Refuses an unknown text. */
export async function addComment(releaseId: string, input: z.input<typeof commentSchema>, by: By): Promise<string> {
  const { anchor, text } = commentSchema.parse(input)
  return write(async (tx) => {
    await requireRelease(tx, releaseId)
    return insert(tx, { releaseId, authorId: by.actor.id, text, anchor, quote: quoteOf(anchor) }, by)
  })
}

/**
 * Answers a comment; whoever answers has read what was said before. Refuses one that is not there, or is on another text.
 */
export async function replyToComment(releaseId: string, input: z.input<typeof replySchema>, by: By): Promise<string> {
  const { parentId, text } = replySchema.parse(input)
  return write(async (tx) => {
    const { anchor, quote } = await threadOf(tx, releaseId, parentId)
    await readThread(tx, parentId, by)
    return insert(tx, { releaseId, parentId, authorId: by.actor.id, text, anchor, quote }, by)
  })
}

/**
 * Marks a comment as resolved, or takes that back. One that already is stays as it is. Refuses one that is not there.
 */
export async function settleComment(
  releaseId: string,
  commentId: string,
  by: By & { resolved: boolean },
): Promise<void> {
  await write(async (tx) => {
    const thread = await threadOf(tx, releaseId, commentId)
    if (Boolean(thread.resolvedAt) === by.resolved) return
    const settled = by.resolved
      ? { resolvedAt: by.now, resolvedBy: by.actor.id }
      : { resolvedAt: null, resolvedBy: null }
    await tx.update(comments).set(settled).where(eq(comments.id, commentId))
    await record(tx, by.resolved ? 'resolve' : 'reopen', { id: commentId, releaseId }, by)
  })
}

/**
 * Adds a comment from a guest and returns its id. Refuses more than twenty from an address, or sixty through a link,
 * within a quarter of an hour. A block that has changed meanwhile is looked for by its words.
 */
export async function addGuestComment(
  link: OpenLink,
  input: unknown,
  from: { address: string; text: Commented; now: Date },
): Promise<string> {
  const { name, text, about, ...place } = guestCommentSchema.parse(input)
  const seen: Anchor = { ...place, text: about }
  return write(async (tx) => {
    await countAttempt(tx, `comment:${link.id}`, { max: perLink, now: from.now })
    await countAttempt(tx, addressKey(`comment:${link.id}`, from.address), { max: perAddress, now: from.now })
    const anchor = followAnchor(seen, from.text) ?? seen
    const said = { releaseId: link.releaseId, linkId: link.id, guestName: name, text, anchor, quote: quoteOf(anchor) }
    return insert(tx, said, { actor: { guest: { name, from: from.address } }, now: from.now })
  })
}

async function insert(
  tx: Writer,
  said: Omit<typeof comments.$inferInsert, 'id' | 'createdAt'>,
  by: { actor: AnyActor; now: Date },
): Promise<string> {
  const [row] = await tx
    .insert(comments)
    .values({ ...said, createdAt: by.now })
    .returning({ id: comments.id })
  if (!row) throw new Error('the comment was not written')
  await record(tx, said.parentId ? 'reply' : 'create', { id: row.id, releaseId: said.releaseId }, by)
  return row.id
}

const record = (
  tx: Writer,
  verb: string,
  { id, releaseId }: Pick<Comment, 'id' | 'releaseId'>,
  { actor, now }: { actor: AnyActor; now: Date },
) => recordEvent(tx, { actor, verb, noun: 'comment', targetId: id, details: { release: releaseId }, now })

async function threadOf(tx: Writer, releaseId: string, id: string): Promise<Comment> {
  const thread = await tx.query.comments.findFirst({
    where: and(eq(comments.id, id), eq(comments.releaseId, releaseId), isNull(comments.parentId)),
  })
  if (!thread) throw new Refusal('unknown-comment')
  return thread
}

const resolver = alias(users, 'resolver')

/**
 * Returns the comments on a text, each with its answers, oldest first. `linkId` selects those of one link's guests, and
 * what is new is so to `member`.
 */
export async function listComments(
  releaseId: string,
  { linkId, member }: { linkId?: string; member?: Actor } = {},
): Promise<Thread[]> {
  const unread = member ? await listUnread(releaseId, member.id) : new Set()
  const rows = await db
    .select({ comment: comments, author: users.name, link: previewLinks.name, resolvedBy: resolver.name })
    .from(comments)
    .leftJoin(users, eq(users.id, comments.authorId))
    .leftJoin(previewLinks, eq(previewLinks.id, comments.linkId))
    .leftJoin(resolver, eq(resolver.id, comments.resolvedBy))
    .where(and(eq(comments.releaseId, releaseId), ...(linkId ? [eq(comments.linkId, linkId)] : [])))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const said = ({ comment, author, link }: (typeof rows)[number]): CommentText => ({
    id: comment.id,
    author: author ?? comment.guestName,
    authorId: comment.authorId,
    link,
    text: comment.text,
    at: comment.createdAt,
    isNew: unread.has(comment.id),
  })
  const answers = Map.groupBy(rows, (row) => row.comment.parentId ?? '')
  return (answers.get('') ?? []).map((row) => ({
    ...said(row),
    anchor: row.comment.anchor,
    quote: row.comment.quote,
    resolvedAt: row.comment.resolvedAt,
    resolvedBy: row.resolvedBy,
    replies: (answers.get(row.comment.id) ?? []).map(said),
  }))
}

/**
 * Moves the anchors of a text's comments along with a save, inside the change that saves. A comment whose block is gone
 * keeps its old anchor.
 */
export async function moveComments(tx: Writer, releaseId: string, text: Commented): Promise<void> {
  const rows = await tx
    .select({ id: comments.id, anchor: comments.anchor })
    .from(comments)
    .where(and(eq(comments.releaseId, releaseId), isNull(comments.parentId)))
  if (rows.length === 0) return
  const before = new Map(rows.map(({ id, anchor }) => [id, anchor]))
  for (const [id, anchor] of followAnchors(before, text)) {
    if (JSON.stringify(anchor) === JSON.stringify(before.get(id))) continue
    await tx.update(comments).set({ anchor }).where(eq(comments.id, id))
  }
}
