import { absolute } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/** Everything readers see may be read by machines; the studio is nobody's business. */
export function GET() {
  const closed = ['/studio', '/sign-in', '/setup', '/api/', '/preview/'].map((path) => `Disallow: ${path}`)
  const maps = ['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${absolute(path)}`)
  const lines = ['User-agent: *', ...closed, '', ...maps, '']
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
