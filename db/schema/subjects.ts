/** The tables of topics and series, named and addressed in each language. */
import type { Language } from '#lib/locale.ts'
import { flag, id, integer, primaryKey, table, text, unique } from '../dialect.ts'

/** The tables of topics and series, to which releases belong and which have a name and an address in each language. */
const subjects = (name: string) =>
  table(name, {
    id: id(),
    /** Whether it was added where a text needed it, with the rest left for later. */
    stub: flag().notNull().default(false),
    version: integer().notNull().default(1),
  })

const subjectTexts = (noun: 'topic' | 'series', of: ReturnType<typeof subjects>) =>
  table(
    `${noun}_texts` as string,
    {
      subjectId: text(`${noun}_id` as string)
        .notNull()
        .references(() => of.id),
      language: text().notNull().$type<Language>(),
      name: text().notNull(),
      slug: text().notNull(),
      intro: text().notNull().default(''),
    },
    (t) => [primaryKey({ columns: [t.subjectId, t.language] }), unique(`${noun}_slug`).on(t.language, t.slug)],
  )

export const topics = subjects('topics')
export const topicTexts = subjectTexts('topic', topics)

/** Series: a format that comes back, or a story told in parts. */
export const series = subjects('series')
export const seriesTexts = subjectTexts('series', series)

export type SubjectText = typeof topicTexts.$inferSelect
