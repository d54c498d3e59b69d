import { getLiveSettings } from '#db/live/newsroom.ts'
import { nothing } from '../formats/sitemaps.ts'
import { llmsText } from './llms-text.ts'

export const dynamic = 'force-dynamic'

/** Answers with an overview for programs that answer questions (llmstxt.org): what there is, each page as Markdown. */
export async function GET() {
  const settings = await getLiveSettings()
  if (!settings) return nothing()
  return new Response(await llmsText(settings.languages), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
