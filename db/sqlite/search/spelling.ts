/**
 * Finds what a member may have meant in the studio's search: near words of the register, of titles and of readers' texts.
 */
import { sql } from 'drizzle-orm'
import { type Language, languages } from '#lib/locale.ts'
import { editDistance, wrongLettersIn } from '#lib/search/edit-distance.ts'
import { fold } from '#lib/search/fold.ts'
import { db } from '../../client.ts'
import { connections } from '../connections.ts'
import { exchangeWord } from './query.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

/** How many spellings are tried of each word, the nearest first. */
const mostTried = 3
const words = /[\p{L}\p{N}\p{M}]+/gu

/**
 * Returns what was typed with unknown words replaced by near ones, and how much that finds; undefined where nothing is
 * near, or nothing is found by it. `finds` counts what a spelling finds.
 */
export async function suggestSpelling(
  typed: string,
  language: Language,
  finds: (typed: string) => Promise<number>,
): Promise<{ typed: string; found: number } | undefined> {
  const register = registerWords()
  const vocabulary = openVocabulary(connections().reading)
  let better = typed
  for (const [written] of typed.matchAll(words)) {
    const word = fold(written)
    if (register.has(word)) continue
    for (const near of nearest(word, language, register, vocabulary)) {
      const candidate = exchangeWord(better, word, near)
      if ((await finds(near)) === 0) continue
      better = candidate
      break
    }
  }
  const found = better === typed ? 0 : await finds(better)
  return found > 0 ? { typed: better, found } : undefined
}

/** Returns the folded words of names and titles that are not in the trash, each as it is written. */
function registerWords(): Map<string, string> {
  const rows = db.all<{ text: string }>(sql`
    SELECT name AS text FROM people WHERE NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'person' AND target_id = people.id)
    UNION ALL SELECT name FROM topic_texts
      WHERE NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'topic' AND target_id = topic_texts.topic_id)
    UNION ALL SELECT name FROM series_texts
      WHERE NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'series' AND target_id = series_texts.series_id)
    UNION ALL SELECT revisions.title FROM releases JOIN revisions ON revisions.id = releases.draft_revision_id
      WHERE NOT EXISTS (SELECT 1 FROM trash WHERE noun = 'release' AND target_id = releases.id)`)
  const known = new Map<string, string>()
  for (const { text } of rows)
    for (const [written] of text.replaceAll('\u00ad', '').matchAll(words)) known.set(fold(written), written)
  return known
}

function nearest(word: string, language: Language, register: Map<string, string>, vocabulary: Vocabulary): string[] {
  const most = wrongLettersIn(word)
  if (most === 0) return []
  const inTexts = [language, ...languages.filter((other) => other !== language)].flatMap((one) =>
    vocabulary.near(word, one).map((known): [string, string] => [known.word, known.written]),
  )
  return [...new Map([...inTexts, ...register])]
    .map(([folded, written]) => ({ written, wrong: editDistance(word, folded, most) }))
    .filter(({ wrong }) => wrong > 0 && wrong <= most)
    .sort((a, b) => a.wrong - b.wrong)
    .slice(0, mostTried)
    .map(({ written }) => written)
}
