/** What every page says while crisis mode is on. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { leadForReaders } from '#lib/document/for-readers.ts'
import type { Language } from '#lib/locale.ts'
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

/** What is asked of the statement that crisis mode is on for, in each of its languages, and of whatever it is asked with. */
export const crisisColumns = {
  crisis: {
    storyId: crisisStatements.storyId,
    startedAt: crisisStatements.startedAt,
    promisedAt: crisisStatements.promisedAt,
  },
  version: {
    releaseId: releases.id,
    language: releases.language,
    slug: releases.slug,
    revisedAt: releases.revisedAt,
  },
  words: { title: revisions.title, summary: revisions.summary, lead: revisions.lead },
}

/** The predicate for what crisis mode is on for. */
export const isOnNow = () => and(isNotNull(crisisStatements.startedAt), isNull(crisisStatements.endedAt))

/** The predicate for the versions of it that readers can see. */
export const isItsVersion = () => and(eq(releases.storyId, crisisStatements.storyId), live(asked.now))

type Row = {
  crisis: { storyId: string; startedAt: Date | null; promisedAt: Date | null } | null
  version: { releaseId: string; language: Language; slug: string | null; revisedAt: Date | null } | null
  words: Pick<LiveCrisis, 'title' | 'summary' | 'lead'> | null
}

/** Returns the statement in a language, or in another rather than none; undefined while crisis mode is off. */
export function crisisIn(rows: Row[], language: Language): LiveCrisis | undefined {
  const { crisis, version, words } = rows.find((row) => row.version?.language === language) ?? rows[0] ?? {}
  if (!crisis?.startedAt || !version?.slug || !words) return undefined
  const { language: spoken, revisedAt, releaseId, slug } = version
  const { startedAt, storyId, promisedAt } = crisis
  const lang = spoken === language ? undefined : spoken
  const updatedAt = revisedAt ?? startedAt
  return {
    ...words,
    lead: leadForReaders(words.lead),
    ...{ releaseId, storyId, slug, lang, startedAt, updatedAt, promisedAt },
  }
}
