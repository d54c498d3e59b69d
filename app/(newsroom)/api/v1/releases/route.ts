import type { z } from 'zod'
import { listCatalogue } from '#db/live-catalogue.ts'
import { cursorOf, placeOf, releaseParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { instantsOf } from '#lib/zoned-time.ts'
import { openRoom, type Room } from '../../../room.ts'
import { answer, nextPage, open, wrong } from '../answer.ts'
import { findPerson, findTopic } from '../finding.ts'
import { storyData } from '../release-data.ts'

export const dynamic = 'force-dynamic'

type Asked = z.output<typeof releaseParameters>

/** Releases, latest first, in every language unless one is asked for. */
export async function GET(request: Request) {
  const opened = await open(request, releaseParameters)
  if (opened instanceof Response) return opened
  const { room, asked } = opened
  const { newsroom, visit } = room
  const { language, kind, topic, person, since, until, limit, cursor } = asked
  const [topicId, personId] = await Promise.all([idOfTopic(room, asked), person && findPerson(person, room)])
  if (topic && !topicId) return wrong({ name: 'topic', reason: 'there is no such topic with something to read' })
  if (person && !personId) return wrong({ name: 'person', reason: 'there is nobody by that name here' })
  const after = cursor === undefined ? undefined : placeOf(cursor)
  if (cursor !== undefined && !after) return wrong({ name: 'cursor', reason: 'not one of ours: follow “next”' })
  const found = await listCatalogue(
    {
      languages: language ? [language] : newsroom.languages,
      ...(kind ? { kind } : {}),
      ...(topicId ? { topicId } : {}),
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
          person,
          since,
          until,
          limit: String(limit),
          cursor: cursorOf({ at: last.publishAt, id: last.id }),
        })
      : null
  return answer(shapes.stories, { items: page.map((story) => storyData(story, newsroom.timeZone)), next }, next)
}

/** A topic has an address in each language, so it is looked for in all of them. */
async function idOfTopic({ newsroom }: Room, { topic }: Asked): Promise<string | undefined> {
  if (!topic) return undefined
  for (const language of newsroom.languages) {
    const room = await openRoom(language)
    const found = room && (await findTopic(topic, room))
    if (found) return found.id
  }
  return undefined
}

/** A day begins at midnight where the newsroom is. */
const instantOf = (text: string, timeZone: string): Date =>
  (/^\d{4}-\d\d-\d\d$/.test(text) ? instantsOf({ date: text, time: '00:00' }, timeZone)[0] : undefined) ??
  new Date(text)
