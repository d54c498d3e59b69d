import { getLiveSettings } from '#db/live/newsroom.ts'
import { crawlers, crawlPurposes, signals } from '#lib/crawlers.ts'
import { absolute } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with `robots.txt`: machines may read everything readers see, for the purposes that the newsroom allows, and
 * nothing of the studio. Programs known to fetch for another purpose are turned away by name, and the rest are told.
 */
export async function GET() {
  const allowed = (await getLiveSettings())?.crawlers ?? crawlPurposes
  const told = crawlPurposes.map((purpose) => `${signals[purpose]}=${allowed.includes(purpose) ? 'yes' : 'no'}`)
  const closed = ['/studio', '/sign-in', '/setup', '/account/', '/api/', '/preview/', '/sign-off/', '/embargo/'].map(
    (path) => `Disallow: ${path}`,
  )
  const refused = crawlPurposes.filter((purpose) => !allowed.includes(purpose))
  const turnedAway = refused.flatMap((purpose) => [
    ...crawlers[purpose].map((name) => `User-agent: ${name}`),
    'Disallow: /',
    '',
  ])
  const maps = ['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${absolute(path)}`)
  const everybody = ['User-agent: *', `Content-Signal: ${told.join(', ')}`, ...closed, '']
  const lines = [...everybody, ...turnedAway, `License: ${absolute('/license.xml')}`, '', ...maps, '']
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
