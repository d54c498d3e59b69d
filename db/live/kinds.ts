/** The kinds of releases as readers meet them: each has a page with its releases, and a feed. */
import { and, count, eq, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { prepared } from '../client.ts'
import { among } from '../dialect.ts'
import { releases, revisions } from '../schema/releases.ts'
import { type Kind, kinds } from '../types.ts'
import { asked, live, type Visit } from './visible.ts'

/** Returns the name of a kind as its address has it: `pressmeddelande`. */
export const kindSlug = (kind: Kind, language: Language): string => slugify(messagesIn(language).kinds[kind])

/** Returns the kind that an address names, if it names one. */
export const kindAt = (slug: string, language: Language): Kind | undefined =>
  kinds.find((kind) => kindSlug(kind, language) === slug)

/** Returns every kind with a live release, in the order of the kinds, with how many it has. */
export const listLiveKinds = async (visit: Visit): Promise<{ kind: Kind; releases: number }[]> =>
  (await listKindsIn([visit.language], visit.now)).map(({ kind, releases: number }) => ({ kind, releases: number }))

/** Returns the same for each of some languages. */
export async function listKindsIn(
  languages: Language[],
  now: Date,
): Promise<{ language: Language; kind: Kind; releases: number }[]> {
  const rows = await kindsQuery().execute({ languages, now })
  return languages.flatMap((language) => {
    const mine = rows.filter((row) => row.language === language)
    return kinds.flatMap((kind) => mine.find((row) => row.kind === kind) ?? [])
  })
}

const kindsQuery = prepared((reader) =>
  reader
    .select({ language: releases.language, kind: revisions.kind, releases: count() })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(live(asked.now), among(releases.language, sql.placeholder('languages'))))
    .groupBy(releases.language, revisions.kind)
    .prepare(),
)
