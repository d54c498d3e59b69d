/**
 * The words that come and go while entries are entered into readers' search. They are counted here and written seldom: a
 * common word is in each of a hundred thousand texts, and PostgreSQL keeps each version of a row until the change ends.
 */
import type pg from 'pg'
import type { Language } from '#lib/locale.ts'

export interface WordsOfEntry {
  /** Each with its language and as it is written. */
  words: [Language, string, string][]
  /** Whether the entry comes. Else it goes. */
  isNew: boolean
}

interface Count {
  word: [Language, string, string]
  entries: number
}

/** So many words are kept in memory at most, before they are written. */
const mostKept = 50_000

const drop = `
  UPDATE search_vocabulary AS known SET entries = known.entries - gone.entries
  FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[]) AS gone (language, word, written, entries)
  WHERE known.language = gone.language AND known.word = gone.word`

const add = `
  INSERT INTO search_vocabulary AS known (language, word, written, entries)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::integer[])
  ON CONFLICT (language, word) DO UPDATE SET entries = known.entries + excluded.entries,
    written = CASE WHEN known.entries > 0 THEN known.written ELSE excluded.written END`

export class VocabularyChange {
  private readonly client: pg.ClientBase
  private readonly gone = new Map<string, Count>()
  private readonly come = new Map<string, Count>()
  private hasDropped = false

  constructor(client: pg.ClientBase) {
    this.client = client
  }

  /** Counts the words of an entry. */
  async count({ words, isNew }: WordsOfEntry): Promise<void> {
    const counts = isNew ? this.come : this.gone
    if (!isNew) this.hasDropped = true
    for (const word of words) {
      const key = `${word[0]} ${word[1]}`
      const count = counts.get(key)
      if (count) count.entries++
      else counts.set(key, { word, entries: 1 })
    }
    if (this.come.size + this.gone.size > mostKept) await this.write()
  }

  /** Writes all that was counted, and takes out the words that no entry has any longer. */
  async finish(): Promise<void> {
    await this.write()
    if (this.hasDropped) await this.client.query('DELETE FROM search_vocabulary WHERE entries <= 0')
  }

  /** Writes what was counted. Words that no entry has stay, with a count of none: what is entered next may have them again. */
  private async write(): Promise<void> {
    for (const [statement, counts] of [
      [drop, this.gone],
      [add, this.come],
    ] as const) {
      const all = [...counts.values()]
      if (all.length === 0) continue
      const columns = [0, 1, 2].map((place) => all.map(({ word }) => word[place]))
      await this.client.query(statement, [...columns, all.map(({ entries }) => entries)])
      counts.clear()
    }
  }
}
