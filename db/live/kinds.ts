/** The kinds of releases as readers meet them: each has a page with its releases, and a feed. */
import { and, count, eq } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { messagesIn } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { db } from '../client.ts'
import { releases, revisions } from '../schema/releases.ts'
import { type Kind, kinds } from '../types.ts'
import { live, type Visit } from './visible.ts'

/** Returns the name of a kind as its address has it: `pressmeddelande`. */
export const kindSlug = (kind: Kind, language: Language): string => slugify(messagesIn(language).kinds[kind])

/** Returns the kind that an address names, if it names one. */
export const kindAt = (slug: string, language: Language): Kind | undefined =>
  kinds.find((kind) => kindSlug(kind, language) === slug)

/** Returns every kind with a live release, in the order of the kinds, with how many it has. */
export async function listLiveKinds({ language, now }: Visit): Promise<{ kind: Kind; releases: number }[]> {
  const rows = await db
    .select({ kind: revisions.kind, releases: count() })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(live(now), eq(releases.language, language)))
    .groupBy(revisions.kind)
  return kinds.flatMap((kind) => rows.find((row) => row.kind === kind) ?? [])
}
