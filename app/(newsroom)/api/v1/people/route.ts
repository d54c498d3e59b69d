import { listLivePeople } from '#db/live/people.ts'
import { listParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { answer, open, pageOf } from '../answer.ts'
import { personData } from '../person-data.ts'

export const dynamic = 'force-dynamic'

/** Answers with the people the newsroom presents. */
export async function GET(request: Request) {
  const opened = await open(request, listParameters)
  if (opened instanceof Response) return opened
  const { room, asked } = opened
  const { language } = room.newsroom
  const page = pageOf(await listLivePeople(room.visit), { ...asked, path: '/people', language })
  if (page instanceof Response) return page
  const items = page.items.map((person) => personData(person, language))
  return answer(shapes.people, { items, next: page.next }, page.next)
}
