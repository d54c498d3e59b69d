/** The writers of texts, for the filter of the list. */
import { eq } from 'drizzle-orm'
import { collator } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { releases } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'

/** Returns the members who are the writer of a text, by name. */
export async function listWriters(language: Language): Promise<{ id: string; name: string }[]> {
  const rows = await writersQuery().execute()
  return rows.sort((a, b) => collator(language).compare(a.name, b.name))
}

const writersQuery = prepared((reader) =>
  reader
    .selectDistinct({ id: users.id, name: users.name })
    .from(releases)
    .innerJoin(users, eq(users.id, releases.createdBy))
    .where(notInTrash('release', releases.id))
    .prepare(),
)
