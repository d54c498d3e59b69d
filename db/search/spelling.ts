/**
 * Finds what a member may have meant in the studio's search: near words of the register, of titles and of readers' texts.
 */
import { sql } from 'drizzle-orm'
import { type Language, languages } from '#lib/locale.ts'
import { correctTyped, type Meant, nearestWords, wordsOfTexts } from '#lib/search/correct.ts'
import { db } from '../client.ts'
import { vocabulary } from '../engine/search.ts'

/**
 * Returns what was typed with unknown words replaced by near ones, and how much that finds; undefined where nothing is
 * near, or nothing is found by it. `finds` counts what a spelling finds.
 */
export async function suggestSpelling(
  typed: string,
  language: Language,
  finds: (typed: string) => Promise<number>,
): Promise<Meant | undefined> {
  const register = await registerWords()
  const known = vocabulary()
  async function readersWords(word: string): Promise<[string, string][]> {
    const near = []
    for (const one of [language, ...languages.filter((other) => other !== language)])
      near.push(...(await known.near(word, one)))
    return near.map((one) => [one.word, one.written])
  }
  return correctTyped(typed, {
    has: (word) => register.has(word),
    near: async (word) => nearestWords(word, new Map([...(await readersWords(word)), ...register])),
    finds,
  })
}

/** Returns the folded words of names and titles that are not in the trash, each as it is written. */
async function registerWords(): Promise<Map<string, string>> {
  const rows = await db.all<{ text: string }>(sql`
    SELECT name AS text FROM people WHERE NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'person' AND target_id = people.id)
    UNION ALL SELECT name FROM topic_texts
      WHERE NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'topic' AND target_id = topic_texts.topic_id)
    UNION ALL SELECT name FROM series_texts
      WHERE NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'series' AND target_id = series_texts.series_id)
    UNION ALL SELECT revisions.title FROM releases JOIN revisions ON revisions.id = releases.draft_revision_id
      WHERE NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'release' AND target_id = releases.id)`)
  return wordsOfTexts(rows.map(({ text }) => text))
}
