import { getLivePerson } from '#db/live/people.ts'
import { findRelease } from '#db/live/release.ts'
import { getLiveSeries } from '#db/live/series.ts'
import { getLiveTopic } from '#db/live/topics.ts'
import { cachedDrawing, fingerprint } from '#lib/drawing/drawings.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { nothing } from '../../formats/sitemaps.ts'
import { ofNewsroom, ofPerson, ofRelease, ofSubject, sharePicture } from '../../head/share-pictures.ts'
import { type PageContext, pageContext } from '../../page-context.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with the share picture of a release, a person, a topic, a series or the newsroom. Its address names what is
 * on it, so it may be cached for ever; an earlier address redirects. What readers cannot reach has no picture, and none
 * is drawn.
 */
export async function GET(_: Request, { params }: { params: Promise<{ which: string[] }> }) {
  const [language = '', ...path] = (await params).which
  const file = path.pop() ?? ''
  const context = /^[\da-f]{16}\.png$/.test(file) ? await pageContext(language) : undefined
  const shared = context && (await sharedAt(context, path))
  if (!shared) return nothing()
  if (file !== `${fingerprint(shared.drawing)}.png`) {
    return new Response(null, {
      status: 307,
      headers: { location: sharePicture(shared).url, 'cache-control': 'public, max-age=0, must-revalidate' },
    })
  }
  return whileStored(async () => {
    const bytes = await cachedDrawing(shared.subject, shared.drawing)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'image/png',
        'content-length': String(bytes.length),
        'cache-control': 'public, max-age=31536000, immutable',
      },
    })
  })
}

async function sharedAt(context: PageContext, [place, slug, ...more]: string[]) {
  if (!place) return ofNewsroom(context)
  if (!slug || more.length > 0) return undefined
  if (place === 'news') {
    const found = await findRelease(slug, context.visit)
    const answer = found?.state === 'moved' ? await findRelease(found.slug, context.visit) : found
    return answer?.state === 'live' ? ofRelease(context, answer.release) : undefined
  }
  if (place === 'people') {
    const person = await getLivePerson(slug, context.visit)
    return person && ofPerson(context, person)
  }
  if (place !== 'topics' && place !== 'series') return undefined
  const subject = await (place === 'topics' ? getLiveTopic : getLiveSeries)(slug, context.visit)
  return subject && ofSubject(context, place, subject)
}
