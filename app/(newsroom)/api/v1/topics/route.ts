import { listLiveTopics } from '#db/live/topics.ts'
import { listParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { answer, open, pageOf } from '../answer.ts'
import { subjectData } from '../subject-data.ts'

export const dynamic = 'force-dynamic'

/** Answers with the topics that have a live release. */
export async function GET(request: Request) {
  const opened = await open(request, listParameters)
  if (opened instanceof Response) return opened
  const { room, asked } = opened
  const { language } = room.newsroom
  const page = pageOf(await listLiveTopics(room.visit), { ...asked, path: '/topics', language })
  if (page instanceof Response) return page
  const items = page.items.map((one) => subjectData('topics', one, language))
  return answer(shapes.topics, { items, next: page.next }, page.next)
}
