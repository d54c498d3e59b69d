import { env } from '#lib/env.ts'
import { openApi } from '#lib/open-data/open-api.ts'
import { noParameters } from '#lib/open-data/parameters.ts'
import { openDataHeaders } from '#lib/open-data/problems.ts'
import { open } from '../respond.ts'

export const dynamic = 'force-dynamic'

/** Answers with the OpenAPI description of the open data. */
export async function GET(request: Request) {
  const opened = await open(request, noParameters)
  if (opened instanceof Response) return opened
  const description = openApi({ name: opened.context.newsroom.name, url: env.publicUrl })
  return Response.json(description, { headers: openDataHeaders })
}
