import { topicsById } from '#db/live/topics.ts'
import { oneParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { findPerson } from '../../finding.ts'
import { profileData } from '../../person-data.ts'
import { notFound, open, respond } from '../../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with a person: biography, positions and topics. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const opened = await open(request, oneParameters)
  if (opened instanceof Response) return opened
  const { context } = opened
  const person = await findPerson((await params).id, context)
  if (!person) return notFound()
  const topics = await topicsById(person.topicIds, context.visit)
  return respond(shapes.profileShape, profileData(person, topics, context.newsroom.language))
}
