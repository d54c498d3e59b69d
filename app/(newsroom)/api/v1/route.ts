import { noParameters } from '#lib/open-data/parameters.ts'
import * as shapes from '#lib/open-data/shapes.ts'
import { address, open, respond } from './respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with what the open data holds, and where it is described. */
export async function GET(request: Request) {
  const opened = await open(request, noParameters)
  if (opened instanceof Response) return opened
  return respond(shapes.indexShape, {
    name: opened.context.newsroom.name,
    openapi: address('/openapi.json'),
    newsroom: address('/newsroom'),
    releases: address('/releases'),
    people: address('/people'),
    topics: address('/topics'),
    series: address('/series'),
  })
}
