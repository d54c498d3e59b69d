import { nothing, sitemap, xmlResponse } from '../sitemaps.ts'

export const dynamic = 'force-dynamic'

export async function GET() {
  const root = await sitemap(new Date())
  return root ? xmlResponse(root) : nothing()
}
