import { findRelease } from '#db/live/release.ts'
import { zipStream } from '#lib/formats/zip.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { pressKitPath } from '#lib/urls.ts'
import { download, gone, notFound } from '../../../../file-response.ts'
import { pageContext } from '../../../../page-context.ts'
import { makePressKit } from '../../../../press-kit/press-kit.ts'

export const dynamic = 'force-dynamic'

/** Answers with a release's press kit, or 410 when the release has been withdrawn. */
export async function GET(request: Request, { params }: { params: Promise<{ language: string; slug: string }> }) {
  const { language: asked, slug } = await params
  const context = await pageContext(asked)
  const answer = context && (await findRelease(slug, context.visit))
  if (!answer) return notFound()
  if (answer.state === 'moved') {
    return new Response(null, {
      status: 308,
      headers: { location: pressKitPath(context.newsroom.language, answer.slug) },
    })
  }
  if (answer.state === 'withdrawn') return gone(answer.reason)
  const { release } = answer
  return whileStored(async () => {
    const pressKit = await makePressKit(context, release)
    return download(request, { name: `${release.slug}.zip`, type: 'application/zip', tag: pressKit.tag }, async () =>
      zipStream(await pressKit.entries(), release.revisedAt ?? release.publishAt),
    )
  })
}
