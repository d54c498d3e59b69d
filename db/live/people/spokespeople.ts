/** The people whom the newsroom has quoted lately. */
import { and, asc, count, desc, eq, max, sql } from 'drizzle-orm'
import { prepared } from '../../client.ts'
import { atMost } from '../../dialect.ts'
import { people } from '../../schema/people.ts'
import { quotes, releases } from '../../schema/releases.ts'
import { hasWords, inOrder, type LivePerson } from '../people.ts'
import { asked, live, presented, type Visit } from '../visible.ts'

/** So many of the latest quotes are looked through. Going through all there are took longer the larger the newsroom grew. */
const latestQuotes = 500

/**
 * Returns the people quoted in the latest releases, of two in the same release the one quoted more often: those a
 * journalist is likely to want now.
 */
export const listSpokespeople = async (visit: Visit, limit: number): Promise<LivePerson[]> =>
  inOrder(await spokespeopleQuery().execute({ ...visit, limit }), visit)

const spokespeopleQuery = prepared((reader) => {
  const latest = reader
    .select({ id: people.id, sortName: people.sortName, publishAt: releases.publishAt })
    .from(releases)
    .innerJoin(quotes, and(eq(quotes.revisionId, releases.liveRevisionId), hasWords))
    .innerJoin(people, and(eq(people.id, quotes.personId), presented(asked.now)))
    .where(and(eq(releases.language, asked.language), live(asked.now)))
    .orderBy(desc(releases.publishAt), desc(releases.id), asc(quotes.position))
    .limit(atMost(latestQuotes))
    .as('latest')
  return reader
    .select({ id: latest.id })
    .from(latest)
    .groupBy(latest.id, latest.sortName)
    .orderBy(desc(max(latest.publishAt)), desc(count()), asc(latest.sortName))
    .limit(atMost(sql.placeholder('limit')))
    .prepare()
})
