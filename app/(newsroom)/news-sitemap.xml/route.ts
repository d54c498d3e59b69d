import { readingMoment } from '#db/live.ts'
import { newsSitemap, nothing, xmlResponse } from '../sitemaps.ts'

export const dynamic = 'force-dynamic'

export async function GET() {
  const root = await newsSitemap(readingMoment())
  return root ? xmlResponse(root) : nothing()
}
