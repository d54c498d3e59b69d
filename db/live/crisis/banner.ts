/** What every page says while crisis mode is on. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { leadForReaders } from '#lib/document/for-readers.ts'
import type { Language } from '#lib/locale.ts'
import { prepared } from '../../client.ts'
import { crisisStatements } from '../../schema/crises.ts'
import { releases, revisions } from '../../schema/releases.ts'
import { asked, live } from '../visible.ts'

export interface LiveCrisis {
  releaseId: string
  storyId: string
  /** The address of the statement, in the language that it is read in. */
  slug: string
  /** That language, where it is not the reader's: a statement in another rather than none. */
  lang: Language | undefined
  title: string
  summary: string
  lead: string[]
  startedAt: Date
  /** When readers were last told something. */
  updatedAt: Date
  /** By when there will be more. */
  promisedAt: Date | null
}

/** Returns the statement that crisis mode is on for; undefined while it is off. */
export async function getLiveCrisis(language: Language, now: Date): Promise<LiveCrisis | undefined> {
  const rows = await crisisQuery().execute({ now })
  const row = rows.find((one) => one.language === language) ?? rows[0]
  if (!row?.slug || !row.startedAt) return undefined
  const { language: spoken, revisedAt, startedAt, slug, lead, ...rest } = row
  const lang = spoken === language ? undefined : spoken
  return { ...rest, slug, lang, lead: leadForReaders(lead), startedAt, updatedAt: revisedAt ?? startedAt }
}

const crisisQuery = prepared((reader) =>
  reader
    .select({
      releaseId: releases.id,
      storyId: releases.storyId,
      language: releases.language,
      slug: releases.slug,
      revisedAt: releases.revisedAt,
      title: revisions.title,
      summary: revisions.summary,
      lead: revisions.lead,
      startedAt: crisisStatements.startedAt,
      promisedAt: crisisStatements.promisedAt,
    })
    .from(crisisStatements)
    .innerJoin(releases, eq(releases.storyId, crisisStatements.storyId))
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(isNotNull(crisisStatements.startedAt), isNull(crisisStatements.endedAt), live(asked.now)))
    .orderBy(asc(releases.createdAt), asc(releases.id))
    .prepare(),
)
