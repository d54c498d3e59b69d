import { oneParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { answer, notFound, open } from '../../answer.ts'
import { findTopic } from '../../finding.ts'
import { topicData } from '../../topic-data.ts'

export const dynamic = 'force-dynamic'

/** A topic in a language. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const opened = await open(request, oneParameters)
  if (opened instanceof Response) return opened
  const topic = await findTopic((await params).id, opened.room)
  return topic ? answer(shapes.topic, topicData(topic, opened.room.newsroom.language)) : notFound()
}
