import { noParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { mediaData } from '../../../../../formats/media-data.ts'
import { findReleaseById } from '../../../finding.ts'
import { notFound, open, respond } from '../../../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with the images and files of a release. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const opened = await open(request, noParameters)
  if (opened instanceof Response) return opened
  const found = await findReleaseById((await params).id)
  return found ? respond(shapes.mediaShape, mediaData(found.release)) : notFound()
}
