/** Hands the registrar every question from the press, with what has been written in it. */
import { asc, eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from '../client.ts'
import { recordEvent } from '../events.ts'
import { type Member, may } from '../permissions.ts'
import { questionEntries } from '../schema/questions.ts'
import { users } from '../schema/users.ts'
import { type ListedQuestion, listAllQuestions } from './queue.ts'

export interface RegisteredQuestion extends ListedQuestion {
  entries: { kind: 'answer' | 'note'; text: string; author: string; createdAt: Date }[]
}

/** Returns all questions, in the order they came, and records that they were taken out. Refuses contributors. */
export async function exportQuestions(by: { actor: Member; now: Date }): Promise<RegisteredQuestion[]> {
  if (!may(by.actor, 'keep-questions')) throw new Refusal('question-of-others')
  const all = await listAllQuestions()
  const written = await db
    .select({ entry: questionEntries, author: users.name })
    .from(questionEntries)
    .innerJoin(users, eq(users.id, questionEntries.authorId))
    .orderBy(asc(questionEntries.createdAt), asc(questionEntries.id))
  const byQuestion = Map.groupBy(written, ({ entry }) => entry.questionId)
  await write((tx) =>
    recordEvent(tx, { ...by, verb: 'export', noun: 'question', targetId: 'all', details: { count: all.length } }),
  )
  return all.map((question) => ({
    ...question,
    entries: (byQuestion.get(question.id) ?? []).map(({ entry, author }) => ({ ...entry, author })),
  }))
}
