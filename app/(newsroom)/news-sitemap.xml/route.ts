import { newsSitemap, nothing, xmlResponse } from '../sitemaps.ts'

export const dynamic = 'force-dynamic'

export async function GET() {
  const root = await newsSitemap(new Date())
  return root ? xmlResponse(root) : nothing()
}
