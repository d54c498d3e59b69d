/** Topics: what releases are about, named and addressed in each language. */
import { count, eq } from 'drizzle-orm'
import { prepared, type Reader } from './client.ts'
import type { Actor } from './events.ts'
import { personTopics } from './schema/people.ts'
import { revisionTopics } from './schema/releases.ts'
import { topics, topicTexts } from './schema/subjects.ts'
import {
  createSubject,
  deleteSubject,
  getSubject,
  listSubjects,
  type Subject,
  type SubjectKind,
  saveSubject,
  type UsedSubject,
} from './subjects.ts'
import { notInTrash } from './trash/in-trash.ts'

export const topicKind: SubjectKind = {
  noun: 'topic',
  subjects: topics,
  texts: topicTexts,
  members: {
    table: revisionTopics,
    revisionId: revisionTopics.revisionId,
    subjectId: revisionTopics.topicId,
    areFew: false,
  },
}

export interface ListedTopic extends UsedSubject {
  /** How many people can be asked about it. */
  people: number
}

export const getTopic = (id: string): Promise<Subject | undefined> => getSubject(topicKind, id)

/** Returns every topic with its uses, in no particular order: names sort by the reader's language. */
export async function listTopics(): Promise<ListedTopic[]> {
  const [all, ofPeople] = await Promise.all([listSubjects(topicKind), peopleQuery().execute()])
  const people = new Map(ofPeople.map((row) => [row.topicId, row.people]))
  return all.map((topic) => ({ ...topic, people: people.get(topic.id) ?? 0 }))
}

const peopleQuery = prepared((reader) =>
  reader
    .select({ topicId: personTopics.topicId, people: count() })
    .from(personTopics)
    .where(notInTrash('person', personTopics.personId))
    .groupBy(personTopics.topicId)
    .prepare(),
)

/** Creates a topic and returns its id. Refuses one without a name in any language, and an address that is taken. */
export const createTopic = (input: unknown, by: { actor: Actor | null; now: Date; stub?: boolean }): Promise<string> =>
  createSubject(topicKind, input, by)

/** Saves a topic and returns its new version. Refuses a stale version; a changed address leaves a redirect. */
export const saveTopic = (
  id: string,
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> => saveSubject(topicKind, id, input, by)

/** Deletes a topic that nothing uses. Refuses (`topic-in-use`) while a release or a person has it. */
export const deleteTopic = (id: string, by: { actor: Actor | null; now: Date }): Promise<void> =>
  deleteSubject(topicKind, id, by, {
    otherUses: (tx) => countPeople(tx, id),
    detach: (tx) => tx.delete(revisionTopics).where(eq(revisionTopics.topicId, id)),
  })

async function countPeople(from: Reader, id: string): Promise<number> {
  const [row] = await from.select({ uses: count() }).from(personTopics).where(eq(personTopics.topicId, id))
  return row?.uses ?? 0
}
