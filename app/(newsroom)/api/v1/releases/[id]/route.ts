import { noParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { findReleaseById } from '../../finding.ts'
import { releaseData } from '../../release-data.ts'
import { notFound, open, respond } from '../../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with a release, whole, by its id. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const opened = await open(request, noParameters)
  if (opened instanceof Response) return opened
  const found = await findReleaseById((await params).id)
  return found ? respond(shapes.releaseShape, releaseData(found.context, found.release)) : notFound()
}
