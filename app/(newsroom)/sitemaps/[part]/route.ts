import { readingMoment } from '#db/live/visible.ts'
import { nothing, sitemapPart, xmlResponse } from '../../formats/sitemaps.ts'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }) {
  const [, number] = /^([1-9]\d{0,3})\.xml$/.exec((await params).part) ?? []
  const root = number && (await sitemapPart(Number(number), readingMoment()))
  return root ? xmlResponse(root) : nothing()
}
