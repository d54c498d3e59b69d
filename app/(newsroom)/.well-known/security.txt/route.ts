import { getLiveSettings } from '#db/live/newsroom.ts'
import { absolute } from '#lib/env.ts'
import { nothing } from '../../formats/sitemaps.ts'

export const dynamic = 'force-dynamic'

const validFor = 180 * 86_400_000

/**
 * Answers with the contact for reports of vulnerabilities (RFC 9116): the newsroom's own address. Without one the file
 * does not exist.
 */
export async function GET() {
  const settings = await getLiveSettings()
  if (!settings?.pressEmail) return nothing()
  const lines = [
    `Contact: mailto:${settings.pressEmail}`,
    `Expires: ${new Date(Date.now() + validFor).toISOString()}`,
    `Preferred-Languages: ${settings.languages.join(', ')}`,
    `Canonical: ${absolute('/.well-known/security.txt')}`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
