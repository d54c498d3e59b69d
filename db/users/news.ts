/** Counts what is new to a member, for every page of the studio. */
import { type SQLWrapper, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import { selectOpenCount } from '../questions/queue.ts'
import { selectNewCount } from '../releases/comments/notices.ts'
import { selectUnreadCount } from './desk-notifications.ts'

export interface MemberNews {
  /** Comments that the member has not looked at, and what else the desk shows them that they have not read. */
  comments: number
  notifications: number
  /** Questions that wait for an answer, whosever they are. */
  questions: number
}

/** Returns how much is new to a member. */
export async function countNews(userId: string): Promise<MemberNews> {
  const [news] = await newsQuery().execute({ userId })
  return news ?? { comments: 0, notifications: 0, questions: 0 }
}

const newsQuery = prepared((reader) => {
  const userId = sql.placeholder('userId')
  const total = (counted: SQLWrapper) => sql<number>`${counted}`.mapWith(Number)
  return reader
    .select({
      comments: total(selectNewCount(reader, userId)),
      notifications: total(selectUnreadCount(reader, userId)),
      questions: total(selectOpenCount(reader)),
    })
    .from(sql`(select 1) as one_row`)
    .prepare()
})
