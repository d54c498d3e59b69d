/** Lists the trash. */
import { count, desc, eq, inArray } from 'drizzle-orm'
import { inLanguage, type Language, type Localized } from '#lib/locale.ts'
import { db, prepared } from '../client.ts'
import { listByIds } from '../releases/list.ts'
import { media, organisations } from '../schema/library.ts'
import { people } from '../schema/people.ts'
import { trash } from '../schema/trash.ts'
import { users } from '../schema/users.ts'
import { seriesKind } from '../series.ts'
import { listSubjectNames, subjectName } from '../subjects.ts'
import { topicKind } from '../topics.ts'
import { type TrashNoun, trashNouns } from '../types.ts'

export interface TrashedThing {
  noun: TrashNoun
  id: string
  name: string
  /** The beginning of a text without a title. */
  opening: string
  /** The language of a text. */
  language: Language | undefined
  at: Date
  /** Who put it there. */
  by: string | null
  /** When it is deleted for good. */
  emptyAt: Date
}

/** Returns how many things of each kind lie in the trash. */
export async function countTrash(): Promise<Record<TrashNoun, number>> {
  const rows = await countsQuery().execute()
  const counts = new Map(rows.map(({ noun, things }) => [noun, things]))
  return Object.fromEntries(trashNouns.map((noun) => [noun, counts.get(noun) ?? 0])) as Record<TrashNoun, number>
}

const countsQuery = prepared((reader) =>
  reader.select({ noun: trash.noun, things: count() }).from(trash).groupBy(trash.noun).prepare(),
)

/** Returns what lies in the trash of a kind, last thrown away first, at most a thousand. */
export async function listTrash(noun: TrashNoun, language: Language, now: Date): Promise<TrashedThing[]> {
  const rows = await db
    .select({ id: trash.targetId, at: trash.at, emptyAt: trash.emptyAt, by: users.name })
    .from(trash)
    .leftJoin(users, eq(users.id, trash.trashedBy))
    .where(eq(trash.noun, noun))
    .orderBy(desc(trash.at), desc(trash.targetId))
    .limit(1_000)
  const ids = rows.map(({ id }) => id)
  const named = ids.length ? await namesOf(noun, ids, language, now) : new Map<string, Named>()
  return rows.flatMap((row) => {
    const about = named.get(row.id)
    return about ? [{ noun, opening: '', language: undefined, ...row, ...about }] : []
  })
}

type Named = Pick<TrashedThing, 'name'> & Partial<Pick<TrashedThing, 'opening' | 'language'>>

/** Returns the names of things, whether or not they lie in the trash. */
export async function namesOf(
  noun: TrashNoun,
  ids: string[],
  language: Language,
  now: Date,
): Promise<Map<string, Named>> {
  if (noun === 'release') {
    const found = await listByIds(ids, now, { trashed: true })
    return new Map(found.map(({ id, title, opening, language: of }) => [id, { name: title, opening, language: of }]))
  }
  if (noun === 'person') return named(await db.select(nameOf.person).from(people).where(inArray(people.id, ids)))
  if (noun === 'media') return named(await db.select(nameOf.media).from(media).where(inArray(media.id, ids)))
  if (noun === 'organisation') {
    const rows = await db.select(nameOf.organisation).from(organisations).where(inArray(organisations.id, ids))
    return named(rows.map(({ id, name }) => ({ id, name: inLanguage(name as Localized, language) })))
  }
  const kind = noun === 'topic' ? topicKind : seriesKind
  const all = await listSubjectNames(kind, { trashed: true })
  return named(all.map((subject) => ({ id: subject.id, name: subjectName(subject, language) })))
}

const nameOf = {
  person: { id: people.id, name: people.name },
  media: { id: media.id, name: media.filename },
  organisation: { id: organisations.id, name: organisations.name },
}

const named = (rows: { id: string; name: string }[]): Map<string, Named> =>
  new Map(rows.map(({ id, name }) => [id, { name }]))
