import { findRelease, type LiveRelease } from '#db/live/release.ts'
import { env } from '#lib/env.ts'
import { element, xmlDocument } from '#lib/formats/xml.ts'
import { languages } from '#lib/locale.ts'
import { openDataHeaders } from '#lib/open-data/problems.ts'
import { pathTo } from '#lib/urls.ts'
import { type Limits, oembedResponse } from '../formats/oembed-response.ts'
import { type PageContext, pageContext } from '../page-context.ts'

export const dynamic = 'force-dynamic'

const plain = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { ...openDataHeaders, 'content-type': 'text/plain; charset=utf-8' } })

/** Answers with a release for sites that want to show it. One that is not live is a 404. */
export async function GET(request: Request) {
  const asked = new URL(request.url).searchParams
  const address = asked.get('url')
  const format = asked.get('format') ?? 'json'
  const limits = limitsOf(asked)
  if (!address) return plain(400, 'url: which page?')
  if (!limits) return plain(400, 'maxwidth and maxheight: whole numbers of pixels')
  if (format !== 'json' && format !== 'xml') return plain(501, 'format: json or xml')
  const found = await releaseAt(address)
  if (!found) return plain(404, 'There is no such release.')
  const answer = oembedResponse(found.context, found.release, limits)
  if (format === 'json') return Response.json(answer, { headers: openDataHeaders })
  const fields = Object.entries(answer).map(([name, value]) => element(name, {}, String(value)))
  return new Response(xmlDocument(element('oembed', {}, ...fields)), {
    headers: { ...openDataHeaders, 'content-type': 'text/xml; charset=utf-8' },
  })
}

/** Reads the greatest width and height. Undefined when one is not a number of pixels. */
function limitsOf(asked: URLSearchParams): Limits | undefined {
  const [width, height] = ['maxwidth', 'maxheight'].map((name) => {
    const said = asked.get(name)
    if (said === null) return Number.MAX_SAFE_INTEGER
    return /^[1-9]\d{0,5}$/.test(said) ? Number(said) : undefined
  })
  return width && height ? { width, height } : undefined
}

/** Returns the release at an address of this newsroom, also at one it used to have. */
async function releaseAt(address: string): Promise<{ context: PageContext; release: LiveRelease } | undefined> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.host !== new URL(env.publicUrl).host || !/^https?:$/.test(url.protocol)) return undefined
  for (const language of languages) {
    const before = `${pathTo(language, 'news')}/`
    const slug = url.pathname.startsWith(before) ? url.pathname.slice(before.length).replace(/\/$/, '') : ''
    const context = slug && !slug.includes('/') ? await pageContext(language) : undefined
    if (context) {
      const first = await findRelease(slug, context.visit)
      const answer = first?.state === 'moved' ? await findRelease(first.slug, context.visit) : first
      return answer?.state === 'live' ? { context, release: answer.release } : undefined
    }
  }
  return undefined
}
