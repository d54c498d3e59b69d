/** What readers were told, update by update, while crisis mode was on for a story. */
import { asc, sql } from 'drizzle-orm'
import { type Language, type LocalizedText, textIn } from '#lib/locale.ts'
import { prepared } from '../../client.ts'
import { among } from '../../dialect.ts'
import { crisisUpdates } from '../../schema/crises.ts'

export interface LiveUpdate {
  id: string
  /** Its place among the updates, the first being 1. */
  number: number
  at: Date
  /** In another language rather than not at all. */
  text: LocalizedText
  correctedAt: Date | null
  /** What was wrong before it was corrected, where that is told. */
  wrong: LocalizedText
}

export interface LiveCourse {
  startedAt: Date
  /** Null while crisis mode is on. */
  endedAt: Date | null
  /** By when there will be more. */
  promisedAt: Date | null
  /** The latest first. */
  updates: LiveUpdate[]
}

interface StoryRow {
  storyId: string
  startedAt: Date | null
  endedAt: Date | null
  promisedAt: Date | null
}

/** Returns the course of each crisis among some stories, by their ids. Where there is none nothing is asked. */
export async function coursesOf(
  stories: StoryRow[],
  { language }: { language: Language },
): Promise<Map<string, LiveCourse>> {
  const storyIds = [...new Set(stories.flatMap(({ storyId, startedAt }) => (startedAt ? [storyId] : [])))]
  const rows = storyIds.length ? await updatesQuery().execute({ storyIds }) : []
  return new Map(
    stories.flatMap(({ storyId, startedAt, endedAt, promisedAt }) => {
      const updates = updatesIn(
        rows.filter((row) => row.storyId === storyId),
        language,
      )
      return startedAt ? [[storyId, { startedAt, endedAt, promisedAt, updates }] as const] : []
    }),
  )
}

const updatesIn = (rows: Awaited<ReturnType<ReturnType<typeof updatesQuery>['execute']>>, language: Language) =>
  rows
    .map(({ id, at, texts, wrong, correctedAt }, index): LiveUpdate => {
      const text = textIn(texts, language)
      const spoken = text.lang ?? language
      const told = textIn({ [spoken]: wrong[spoken] ?? '' }, language)
      return { id, number: index + 1, at, text, correctedAt, wrong: told }
    })
    .reverse()

const updatesQuery = prepared((reader) =>
  reader
    .select()
    .from(crisisUpdates)
    .where(among(crisisUpdates.storyId, sql.placeholder('storyIds')))
    .orderBy(asc(crisisUpdates.at), asc(crisisUpdates.id))
    .prepare(),
)
