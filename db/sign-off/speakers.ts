/** Tells how the register presents those who are quoted, beside their quotes: by name, and with the position they hold. */
import { sql } from 'drizzle-orm'
import type { ShownSpeaker } from '#lib/document/signed-words.ts'
import { inLanguage } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { among } from '../dialect.ts'
import { listPositions, positionAt } from '../people/positions.ts'
import { people } from '../schema/people.ts'
import type { Release } from '../schema/releases.ts'

/** Returns how readers of a text are told who somebody is, where the text has no card that says it in other words. */
export async function registeredIn(
  { language, publishAt }: Pick<Release, 'language' | 'publishAt'>,
  personIds: string[],
  now: Date,
): Promise<Map<string, ShownSpeaker>> {
  const ids = [...new Set(personIds)]
  const [named, held] = ids.length
    ? await Promise.all([namesQuery().execute({ ids }), listPositions(ids, { forReaders: true })])
    : [[], new Map<string, never>()]
  return new Map(
    named.map(({ id, name }) => {
      const position = positionAt(held.get(id) ?? [], publishAt ?? now)
      const role = position ? inLanguage(position.title, language) : ''
      return [id, { name, role, organisation: position ? inLanguage(position.organisation, language) : '' }]
    }),
  )
}

const namesQuery = prepared((reader) =>
  reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(among(people.id, sql.placeholder('ids')))
    .prepare(),
)
