import { getLiveSettings } from '#db/live/newsroom.ts'
import { type CrawlPurpose, crawlPurposes, licensedUses } from '#lib/crawlers.ts'
import { element, xmlDocument } from '#lib/formats/xml.ts'
import { nothing } from '../formats/sitemaps.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with what programs may use the newsroom for, as Really Simple Licensing has it (RSL 1.0). It says nothing
 * about people, whose terms stand beside each picture and file.
 */
export async function GET() {
  const settings = await getLiveSettings()
  if (!settings) return nothing()
  const uses = (purposes: readonly CrawlPurpose[]) => purposes.flatMap((purpose) => licensedUses[purpose]).join(' ')
  const allowed = crawlPurposes.filter((purpose) => settings.crawlers.includes(purpose))
  const refused = crawlPurposes.filter((purpose) => !settings.crawlers.includes(purpose))
  const licence = element(
    'license',
    {},
    allowed.length ? element('permits', { type: 'usage' }, uses(allowed)) : undefined,
    refused.length ? element('prohibits', { type: 'usage' }, uses(refused)) : undefined,
  )
  const content = element('content', { url: '/' }, licence, element('copyright', {}, settings.name))
  return new Response(xmlDocument(element('rsl', { xmlns: 'https://rslstandard.org/rsl' }, content)), {
    headers: { 'content-type': 'application/rsl+xml; charset=utf-8' },
  })
}
