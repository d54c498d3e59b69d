/** Who has written a release, as its byline says it, with the pages of those the newsroom presents. */
import { authorsIn } from '#lib/document/byline.ts'
import { foldedText } from '#lib/search/words.ts'
import { prepared } from '../client.ts'
import { people } from '../schema/people.ts'
import { asked, presented, type Visit } from './visible.ts'

export interface Author {
  name: string
  /** The slug of their page; null for those who have none. */
  slug: string | null
}

const presentedNames = prepared((reader) =>
  reader.select({ name: people.name, slug: people.slug }).from(people).where(presented(asked.now)).prepare(),
)

/** Returns each person whom a byline names. Empty where it names nobody. */
export const listAuthors = async (byline: string, visit: Visit): Promise<Author[]> =>
  (await listAuthorsOf([byline], visit))[0] ?? []

/** Returns the same for each of some bylines. */
export async function listAuthorsOf(bylines: string[], { language, now }: Visit): Promise<Author[][]> {
  if (!bylines.some((byline) => byline.trim())) return bylines.map(() => [])
  const known = new Map((await presentedNames().execute({ now })).map((person) => [foldedText(person.name), person]))
  return bylines.map((byline) =>
    authorsIn(byline, language, (name) => known.has(foldedText(name))).map(
      (name) => known.get(foldedText(name)) ?? { name, slug: null },
    ),
  )
}
