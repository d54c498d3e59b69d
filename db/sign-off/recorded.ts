/** What others have said of the versions of a text, as the record has it: who, when, to which words, and what came of it. */
import { asc, eq, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import { type AnyColumn, alias, among } from '../dialect.ts'
import { type Answer, type Suggestion, signOffAnswers, signOffs, suggestions } from '../schema/sign-offs.ts'
import { users } from '../schema/users.ts'

/** The predicate for versions of which anything has been said, by the column with their ids. */
export const isRecorded = (id: AnyColumn) =>
  sql<number>`(EXISTS (SELECT 1 FROM sign_off_answers WHERE sign_off_answers.revision_id = ${id})
    OR EXISTS (SELECT 1 FROM suggestions WHERE suggestions.revision_id = ${id}))`

export interface RecordedAnswer
  extends Pick<Answer, 'id' | 'revisionId' | 'answer' | 'quote' | 'reason' | 'at' | 'replacedAt'> {
  name: string
}

export interface RecordedSuggestion
  extends Pick<Suggestion, 'id' | 'revisionId' | 'before' | 'words' | 'createdAt' | 'outcome' | 'settledAt'> {
  name: string
  settledBy: string | null
}

const answersQuery = prepared((reader) => {
  const { id, revisionId, answer, quote, reason, at, replacedAt } = signOffAnswers
  return reader
    .select({ id, revisionId, answer, quote, reason, at, replacedAt, name: signOffs.name })
    .from(signOffAnswers)
    .innerJoin(signOffs, eq(signOffs.id, signOffAnswers.signOffId))
    .where(among(revisionId, sql.placeholder('revisionIds')))
    .orderBy(asc(at), asc(id))
    .prepare()
})

const suggestionsQuery = prepared((reader) => {
  const settler = alias(users, 'settler')
  const { id, revisionId, before, words, createdAt, outcome, settledAt, guestName } = suggestions
  return reader
    .select({
      ...{ id, revisionId, before, words, createdAt, outcome, settledAt, guestName },
      member: users.name,
      settledBy: settler.name,
    })
    .from(suggestions)
    .leftJoin(users, eq(users.id, suggestions.authorId))
    .leftJoin(settler, eq(settler.id, suggestions.settledBy))
    .where(among(revisionId, sql.placeholder('revisionIds')))
    .orderBy(asc(createdAt), asc(id))
    .prepare()
})

/** Returns what has been answered to some versions, what no longer holds too, in the order it was said. */
export const listRecorded = (revisionIds: string[]): Promise<RecordedAnswer[]> =>
  answersQuery().execute({ revisionIds })

/** Returns the suggestions that were made on some versions, in the order they were made. */
export async function listRecordedSuggestions(revisionIds: string[]): Promise<RecordedSuggestion[]> {
  const rows = await suggestionsQuery().execute({ revisionIds })
  return rows.map(({ guestName, member, ...one }) => ({ ...one, name: member ?? guestName }))
}
