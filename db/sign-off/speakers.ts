/** Tells how a text presents people: by name, and in the words of their card or with the position they hold. */
import { sql } from 'drizzle-orm'
import { presentedPeople, type ShownPeople, type ShownSpeaker, speakerIn } from '#lib/document/signed-words.ts'
import { inLanguage } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { among } from '../dialect.ts'
import { listPositions, positionAt } from '../people/positions.ts'
import type { Draft } from '../releases/revisions.ts'
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

/** Returns how a text presents those who speak in it or have a card. */
export async function shownPeopleIn(
  release: Pick<Release, 'language' | 'publishAt'>,
  draft: Draft,
  now: Date,
): Promise<ShownPeople> {
  const ids = presentedPeople(draft)
  const registered = await registeredIn(release, ids, now)
  return Object.fromEntries(
    ids.map((personId) => [personId, speakerIn(draft, { personId, registered: registered.get(personId) ?? null })]),
  )
}

const namesQuery = prepared((reader) =>
  reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(among(people.id, sql.placeholder('ids')))
    .prepare(),
)
