import { listCatalogue } from '#db/live/catalogue.ts'
import { cursorText, readCursor, releaseParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { isDay } from '#lib/time/days.ts'
import { startOfDay } from '#lib/time/zone.ts'
import { type PageContext, pageContext } from '../../../page-context.ts'
import { findPerson, findSubject } from '../finding.ts'
import { storyData } from '../release-data.ts'
import { nextPage, open, respond, wrong } from '../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with releases, latest first, in all languages unless one is asked for. */
export async function GET(request: Request) {
  const opened = await open(request, releaseParameters)
  if (opened instanceof Response) return opened
  const { context, asked } = opened
  const { newsroom, visit } = context
  const { language, kind, topic, series, person, since, until, limit, cursor } = asked
  const [topicId, seriesId, personId] = await Promise.all([
    topic && idOf('topics', topic, context),
    series && idOf('series', series, context),
    person && findPerson(person, context),
  ])
  if (topic && !topicId) return wrong({ name: 'topic', reason: 'there is no such topic with something to read' })
  if (series && !seriesId) return wrong({ name: 'series', reason: 'there is no such series with something to read' })
  if (person && !personId) return wrong({ name: 'person', reason: 'there is nobody by that name here' })
  const after = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && !after) return wrong({ name: 'cursor', reason: 'not one of ours: follow “next”' })
  const found = await listCatalogue(
    {
      languages: language ? [language] : newsroom.languages,
      ...(kind ? { kind } : {}),
      ...(topicId ? { topicId } : {}),
      ...(seriesId ? { seriesId } : {}),
      ...(personId ? { personId: personId.id } : {}),
      ...(since ? { since: instantOf(since, newsroom.timeZone) } : {}),
      ...(until ? { until: instantOf(until, newsroom.timeZone) } : {}),
      ...(after ? { after } : {}),
      limit: limit + 1,
    },
    visit.now,
  )
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const next =
    last && found.length > limit
      ? nextPage('/releases', {
          language,
          kind,
          topic,
          series,
          person,
          since,
          until,
          limit: String(limit),
          cursor: cursorText({ at: last.publishAt, id: last.id }),
        })
      : null
  return respond(shapes.storiesShape, { items: page.map((story) => storyData(story, newsroom.timeZone)), next }, next)
}

/** Returns the id for an id or a slug. A topic or a series has a slug in each language, so all are tried. */
async function idOf(
  section: 'topics' | 'series',
  which: string,
  { newsroom }: PageContext,
): Promise<string | undefined> {
  for (const language of newsroom.languages) {
    const context = await pageContext(language)
    const found = context && (await findSubject(section, which, context))
    if (found) return found.id
  }
  return undefined
}

/** Returns the moment of a parameter; a day begins at midnight in the newsroom's time zone. */
const instantOf = (text: string, timeZone: string): Date => (isDay(text) ? startOfDay(text, timeZone) : new Date(text))
