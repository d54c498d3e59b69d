/** Answers with a file that belongs to a release, as far as readers see that. */
import { findRelease, type LiveRelease } from '#db/live/release.ts'
import type { Language } from '#lib/locale.ts'
import { gone, notFound } from './file-response.ts'
import { type PageContext, pageContext } from './page-context.ts'

/**
 * Answers with what `make` makes of the release at an address; nothing made is 404, as is an unknown release. One that has
 * another address now leads to the file there, by `path`, and one that has been withdrawn is 410 with the reason.
 */
export async function releaseFile(
  params: Promise<{ language: string; slug: string }>,
  path: (language: Language, slug: string) => string,
  make: (context: PageContext, release: LiveRelease) => Promise<Response> | undefined,
): Promise<Response> {
  const { language: asked, slug } = await params
  const context = await pageContext(asked)
  const answer = context && (await findRelease(slug, context.visit))
  if (!answer) return notFound()
  if (answer.state === 'moved')
    return new Response(null, { status: 308, headers: { location: path(context.newsroom.language, answer.slug) } })
  if (answer.state === 'withdrawn') return gone(answer.reason)
  return (await make(context, answer.release)) ?? notFound()
}
