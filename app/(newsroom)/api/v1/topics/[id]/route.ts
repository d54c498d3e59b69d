import { oneParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { findSubject } from '../../finding.ts'
import { notFound, open, respond } from '../../respond.ts'
import { subjectData } from '../../subject-data.ts'

export const dynamic = 'force-dynamic'

/** Answers with a topic in a language. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const opened = await open(request, oneParameters)
  if (opened instanceof Response) return opened
  const found = await findSubject('topics', (await params).id, opened.context)
  return found ? respond(shapes.topicShape, subjectData('topics', found, opened.context.newsroom.language)) : notFound()
}
