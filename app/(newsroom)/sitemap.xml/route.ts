import { readingMoment } from '#db/live/visible.ts'
import { nothing, sitemap, xmlResponse } from '../formats/sitemaps.ts'

export const dynamic = 'force-dynamic'

export async function GET() {
  const root = await sitemap(readingMoment())
  return root ? xmlResponse(root) : nothing()
}
