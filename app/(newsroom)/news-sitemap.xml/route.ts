import { readingMoment } from '#db/live/visible.ts'
import { newsSitemap, nothing, xmlResponse } from '../formats/sitemaps.ts'

export const dynamic = 'force-dynamic'

export async function GET() {
  const root = await newsSitemap(readingMoment())
  return root ? xmlResponse(root) : nothing()
}
