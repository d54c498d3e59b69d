/** What drafts refer to: people, topics, series and media of the library. */
import { inArray } from 'drizzle-orm'
import { mediaIdsIn, walk } from '#lib/document/rich-text.ts'
import { db, type Reader } from '../client.ts'
import { type Media, media } from '../schema/library.ts'
import { people } from '../schema/people.ts'
import { topics } from '../schema/subjects.ts'
import { seriesKind } from '../series.ts'
import { listSubjectNames, type Subject } from '../subjects.ts'
import { topicKind } from '../topics.ts'
import type { Draft } from './revisions.ts'

export interface ReferencedIds {
  media: Set<string>
  people: Set<string>
  topics: Set<string>
}

/** Returns the ids that a draft refers to, by what they are of. */
export function referencesIn({ body, hero, cards, contactIds, topicIds }: Draft): ReferencedIds {
  const speakers = [...walk(body)].map((node) => (node.attrs as { personId?: unknown } | undefined)?.personId)
  return {
    media: new Set([...mediaIdsIn(body), ...(hero ? [hero.mediaId] : [])]),
    people: new Set([
      ...cards.map((card) => card.personId),
      ...contactIds,
      ...speakers.filter((id) => typeof id === 'string'),
    ]),
    topics: new Set(topicIds),
  }
}

/** Returns those of the ids that still exist. */
export async function existingReferences(from: Reader, ids: ReferencedIds): Promise<ReferencedIds> {
  const known = async (table: typeof media | typeof people | typeof topics, wanted: Set<string>) => {
    const rows = wanted.size
      ? await from
          .select({ id: table.id })
          .from(table)
          .where(inArray(table.id, [...wanted]))
      : []
    return new Set(rows.map((row) => row.id))
  }
  return {
    media: await known(media, ids.media),
    people: await known(people, ids.people),
    topics: await known(topics, ids.topics),
  }
}

/** Returns everything that drafts refer to and that still exists, in the trash too, by id, with its name. */
export async function getReferenced(drafts: Draft[]): Promise<{
  media: Map<string, Media>
  people: Map<string, string>
  topics: Map<string, Subject>
  series: Map<string, Subject>
}> {
  const all = drafts.map(referencesIn)
  const ids = (of: keyof ReferencedIds) => [...new Set(all.flatMap((one) => [...one[of]]))]
  const [files, persons, topicsThere, seriesThere] = await Promise.all([
    db
      .select()
      .from(media)
      .where(inArray(media.id, ids('media'))),
    db
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, ids('people'))),
    ids('topics').length ? listSubjectNames(topicKind, { trashed: true }) : [],
    drafts.some((draft) => draft.seriesId) ? listSubjectNames(seriesKind, { trashed: true }) : [],
  ])
  return {
    media: new Map(files.map((file) => [file.id, file])),
    people: new Map(persons.map(({ id, name }) => [id, name])),
    topics: new Map(topicsThere.map((topic) => [topic.id, topic])),
    series: new Map(seriesThere.map((one) => [one.id, one])),
  }
}
