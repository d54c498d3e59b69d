import { absolute } from '#lib/env.ts'

export const dynamic = 'force-dynamic'

/** Answers with `robots.txt`: machines may read everything readers see, and nothing of the studio. */
export function GET() {
  const closed = ['/studio', '/sign-in', '/setup', '/api/', '/preview/'].map((path) => `Disallow: ${path}`)
  const maps = ['/sitemap.xml', '/news-sitemap.xml'].map((path) => `Sitemap: ${absolute(path)}`)
  const lines = ['User-agent: *', ...closed, '', ...maps, '']
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
