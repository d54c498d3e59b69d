import { readingMoment } from '#db/live.ts'
import { nothing, sitemap, xmlResponse } from '../sitemaps.ts'

export const dynamic = 'force-dynamic'

export async function GET() {
  const root = await sitemap(readingMoment())
  return root ? xmlResponse(root) : nothing()
}
