/** Lists the questions from the press for those who answer them: by deadline while they wait, the latest first when closed. */
import { and, asc, count, desc, eq, gte, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { db, prepared, type Reader } from '../client.ts'
import { alias, atMost } from '../dialect.ts'
import { type Delivery, deliveries } from '../schema/outbox.ts'
import { type Question, type QuestionEntry, questionEntries, questions } from '../schema/questions.ts'
import { releases, revisions } from '../schema/releases.ts'
import { users } from '../schema/users.ts'

export const questionsPerPage = 50

export interface ListedQuestion extends Question {
  holder: string | null
  closer: string | null
  /** The text it is about, as it is called now. */
  about: { id: string; title: string; language: Language } | null
}

const holders = alias(users, 'holders')
const closers = alias(users, 'closers')

const listed = () =>
  db
    .select({
      question: questions,
      holder: holders.name,
      closer: closers.name,
      about: { id: releases.id, title: revisions.title, language: releases.language },
    })
    .from(questions)
    .leftJoin(holders, eq(holders.id, questions.heldBy))
    .leftJoin(closers, eq(closers.id, questions.closedBy))
    .leftJoin(releases, eq(releases.id, questions.releaseId))
    .leftJoin(revisions, eq(revisions.id, releases.draftRevisionId))

type Row = Awaited<ReturnType<typeof listed>>[number]

const fromRow = ({ question, holder, closer, about }: Row): ListedQuestion => ({
  ...question,
  holder,
  closer,
  about: about?.id && about.language ? { id: about.id, title: about.title ?? '', language: about.language } : null,
})

/** Returns the open questions, what is due first first, a page at a time. */
export async function listOpenQuestions(page = 1): Promise<ListedQuestion[]> {
  const rows = await listed()
    .where(isNull(questions.closedAt))
    .orderBy(asc(questions.deadline), asc(questions.number))
    .limit(questionsPerPage)
    .offset((page - 1) * questionsPerPage)
  return rows.map(fromRow)
}

/** Returns the closed questions, the latest first, a page at a time. */
export async function listClosedQuestions(page: number, most = questionsPerPage): Promise<ListedQuestion[]> {
  const rows = await listed()
    .where(isNotNull(questions.closedAt))
    .orderBy(desc(questions.closedAt), desc(questions.number))
    .limit(most)
    .offset((page - 1) * questionsPerPage)
  return rows.map(fromRow)
}

/** Returns every question, in the order they came, for the registrar. */
export async function listAllQuestions(): Promise<ListedQuestion[]> {
  return (await listed().orderBy(asc(questions.number))).map(fromRow)
}

export interface ThreadEntry extends QuestionEntry {
  author: string
  /** The mail that takes an answer along. */
  mail: Delivery | null
}

/** Returns a question with what has been written in it, oldest first; undefined for one that is unknown. */
export async function getQuestion(
  id: string,
): Promise<{ question: ListedQuestion; thread: ThreadEntry[]; receipt: Delivery | undefined } | undefined> {
  const [row] = await listed().where(eq(questions.id, id))
  if (!row) return undefined
  const [entries, [receipt]] = await Promise.all([
    db
      .select({ entry: questionEntries, author: users.name, mail: deliveries })
      .from(questionEntries)
      .innerJoin(users, eq(users.id, questionEntries.authorId))
      .leftJoin(deliveries, and(eq(deliveries.subjectId, questionEntries.id), eq(deliveries.kind, 'question-answer')))
      .where(eq(questionEntries.questionId, id))
      .orderBy(asc(questionEntries.createdAt), asc(questionEntries.id)),
    db
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.kind, 'question-receipt'), eq(deliveries.subjectId, id))),
  ])
  return {
    question: fromRow(row),
    thread: entries.map(({ entry, author, mail }) => ({ ...entry, author, mail })),
    receipt,
  }
}

/** Selects how many questions wait for an answer. */
export const selectOpenCount = (reader: Reader) =>
  reader.select({ total: count() }).from(questions).where(isNull(questions.closedAt))

const openCount = prepared((reader) => selectOpenCount(reader).prepare())

/** Returns how many questions wait for an answer. */
export const countOpenQuestions = async (): Promise<number> => (await openCount().execute())[0]?.total ?? 0

/** Returns how many questions are closed. */
export const countClosedQuestions = async (): Promise<number> =>
  (await db.select({ total: count() }).from(questions).where(isNotNull(questions.closedAt)))[0]?.total ?? 0

const onDesk = 20

const deskQuery = prepared((reader) =>
  reader
    .select({ question: questions, holder: holders.name })
    .from(questions)
    .leftJoin(holders, eq(holders.id, questions.heldBy))
    .where(
      and(
        isNull(questions.closedAt),
        or(
          isNull(questions.heldBy),
          eq(questions.heldBy, sql.placeholder('userId')),
          lte(questions.deadline, sql.param(sql.placeholder('now'), questions.deadline)),
        ),
      ),
    )
    .orderBy(asc(questions.deadline), asc(questions.number))
    .limit(atMost(onDesk))
    .prepare(),
)

export type DeskQuestion = Question & { holder: string | null }

/** Returns the questions that a member's desk shows: their own, those nobody has taken, and whosever are past their deadline. */
export async function listDeskQuestions(userId: string, now: Date): Promise<DeskQuestion[]> {
  const rows = await deskQuery().execute({ userId, now })
  return rows.map(({ question, holder }) => ({ ...question, holder }))
}

/** Returns how long, in minutes, the questions that were answered since a moment took on average; undefined where none were. */
export async function averageAnswer(since: Date): Promise<number | undefined> {
  const rows = await db
    .select({ asked: questions.createdAt, closed: questions.closedAt })
    .from(questions)
    .where(and(gte(questions.closedAt, since), ne(questions.closing, 'unanswered')))
    .limit(1_000)
  const minutes = rows.map(({ asked, closed }) => ((closed ?? asked).getTime() - asked.getTime()) / 60_000)
  return minutes.length ? Math.round(minutes.reduce((sum, one) => sum + one, 0) / minutes.length) : undefined
}
