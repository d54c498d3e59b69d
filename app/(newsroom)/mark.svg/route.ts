import { getLiveNewsroom } from '#db/live-newsroom.ts'
import { getSettings } from '#db/settings.ts'
import { escapeMarkup } from '#lib/rich-text-html.ts'

export const dynamic = 'force-dynamic'

/** The owner's mark in the newsroom's colour, for the browser's tab. */
export async function GET() {
  const language = (await getSettings())?.languages[0]
  const newsroom = language && (await getLiveNewsroom(language))
  const mark = newsroom && newsroom.owner?.mark
  if (!mark) return new Response(null, { status: 404 })
  const paint = mark.strokeWidth === null ? 'fill' : `fill="none" stroke-width="${Number(mark.strokeWidth)}" stroke`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path ${paint}="${newsroom.accent}" d="${escapeMarkup(mark.path)}"/></svg>`
  return new Response(svg, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=600' },
  })
}
