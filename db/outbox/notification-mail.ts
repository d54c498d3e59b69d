/**
 * The mails that tell members of the work on texts: one for all that is due to a member, at once or in the morning. What
 * the member has read meanwhile is left out, and so is what they no longer want mail about.
 */
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { v7 } from 'uuid'
import { absolute, env } from '#lib/env.ts'
import { excerpt } from '#lib/graphemes.ts'
import { translator } from '#lib/messages.ts'
import { type MailMessage, oneLine, quoted } from '#lib/outbound/mail.ts'
import { momentText } from '#lib/time/phrases.ts'
import { db, write } from '../client.ts'
import { alias } from '../dialect.ts'
import { notifications } from '../schema/outbox.ts'
import { comments, releases, revisions } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { getSettings } from '../settings.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { notedByName } from '../types.ts'
import { placeOfTold } from '../users/desk-notifications.ts'
import { choiceOf } from '../users/mail-choices.ts'
import { unsubscribeToken } from '../users/unsubscribe.ts'
import { queueDelivery } from './deliveries.ts'

const membersAtOnce = 50
/** How many steps a mail tells of; the desk has the others. */
const maxTold = 30
const maxNote = 1_000

/**
 * Queues a mail to each member for whom something is due. That it is queued and that it is due no longer is one change, so
 * that a server that stops in between neither forgets a mail nor sends two. Without a mail server nothing is due any more.
 */
export async function queueNotificationMail(now: Date): Promise<void> {
  const isDue = lte(notifications.mailAt, now)
  if (!(await db.select({ id: notifications.id }).from(notifications).where(isDue).limit(1)).length) return
  await write(async (tx) => {
    const members = await tx
      .selectDistinct({ id: users.id, email: users.email })
      .from(notifications)
      .innerJoin(users, eq(users.id, notifications.userId))
      .where(isDue)
      .limit(membersAtOnce)
    for (const { id, email } of members) {
      const mailId = env.mailServer ? v7() : null
      await tx
        .update(notifications)
        .set({ mailAt: null, mailId })
        .where(and(eq(notifications.userId, id), isDue))
      if (mailId) await queueDelivery(tx, { kind: 'notification', recipient: email, subjectId: mailId, now })
    }
  })
}

const actors = alias(users, 'actors')

async function toldIn(mailId: string) {
  const rows = await db
    .select({
      told: notifications,
      member: users,
      title: revisions.title,
      storyId: releases.storyId,
      actor: actors.name,
      said: comments.text,
    })
    .from(notifications)
    .innerJoin(users, and(eq(users.id, notifications.userId), isNull(users.removedAt)))
    .innerJoin(releases, eq(releases.id, notifications.releaseId))
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .leftJoin(actors, eq(actors.id, notifications.actorId))
    .leftJoin(comments, eq(comments.id, notifications.commentId))
    .where(and(eq(notifications.mailId, mailId), isNull(notifications.readAt), notInTrash('release', releases.id)))
    .orderBy(asc(notifications.createdAt), asc(notifications.id))
  return rows.filter(({ member, told }) => choiceOf(member, told.kind) !== 'never')
}

/** Returns a mail by its id, in its member's language. Undefined when there is nothing left to tell, or nobody to tell it. */
export async function notificationMail(mailId: string, now: Date): Promise<MailMessage | undefined> {
  const rows = await toldIn(mailId)
  const [first] = rows
  if (!first) return undefined
  const settings = await getSettings()
  const { member } = first
  const { language } = member
  const t = translator(language, 'notifications')
  const clock = { language, timeZone: settings?.timeZone ?? 'UTC' }
  const newsroom = settings?.name ?? ''
  const titleIn = (title: string) => oneLine(title.replaceAll('\u00ad', '')) || t('untitled')
  const stepOf = ({ told, actor }: (typeof rows)[number]) =>
    t(`step-${told.kind}`, {
      name: oneLine(actor ?? told.guestName) || t('somebody'),
      note: oneLine(told.note),
    })
  const parts = rows.slice(0, maxTold).map((row) => {
    const { told } = row
    const place = told.commentId ? `#comment-${told.commentId}` : ''
    const words = row.said ?? (notedByName.includes(told.kind) ? '' : told.note)
    return [
      titleIn(row.title),
      `${stepOf(row)}, ${momentText(told.createdAt, clock, now)}`,
      words && quoted(excerpt(words, maxNote)),
      absolute(`${placeOfTold({ ...told, storyId: row.storyId })}${place}`),
    ]
      .filter(Boolean)
      .join('\n')
  })
  const unsubscribe = unsubscribeToken(member.id)
  const text = [
    ...parts,
    ...(rows.length > maxTold ? [`${t('more', { count: rows.length - maxTold })}\n${absolute('/studio')}`] : []),
    [
      '-- ',
      t('why', { newsroom }),
      `${t('change')} ${absolute('/studio/profile#notifications')}`,
      `${t('end')} ${absolute(`/account/unsubscribe/${unsubscribe}`)}`,
    ].join('\n'),
  ].join('\n\n')
  return {
    to: member.email,
    from: newsroom,
    replyTo: '',
    subject:
      rows.length === 1
        ? t('subject-one', { step: stepOf(first), title: titleIn(first.title) })
        : t('subject-several', { count: rows.length, newsroom }),
    text: `${text}\n`,
    unsubscribe: absolute(`/api/unsubscribe/${unsubscribe}`),
  }
}
