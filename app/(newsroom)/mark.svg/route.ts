import { rootLanguage } from '#lib/locale.ts'
import { cachedDrawing } from '#lib/drawing/drawings.ts'
import { anyPageContext } from '../page-context.ts'
import { nothing } from '../formats/sitemaps.ts'

export const dynamic = 'force-dynamic'

/** Answers with the owner's mark in the newsroom's colour, or the first letter of its name, for the browser's tab. */
export async function GET() {
  const context = await anyPageContext(rootLanguage)
  if (!context) return nothing()
  const { logo: _, ...brandIcon } = context.newsroom.brandIcon
  const svg = await cachedDrawing('mark', { task: 'mark', emblem: brandIcon })
  return new Response(new Uint8Array(svg), { headers: { 'content-type': 'image/svg+xml' } })
}
