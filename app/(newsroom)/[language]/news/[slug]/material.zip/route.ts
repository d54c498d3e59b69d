import { zipStream } from '#lib/formats/zip.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { pressKitPath } from '#lib/urls.ts'
import { download } from '../../../../file-response.ts'
import { makePressKit } from '../../../../press-kit/press-kit.ts'
import { releaseFile } from '../../../../release-file.ts'

export const dynamic = 'force-dynamic'

/** Answers with a release's press kit, or 410 when the release has been withdrawn. */
export async function GET(request: Request, { params }: { params: Promise<{ language: string; slug: string }> }) {
  return releaseFile(params, pressKitPath, (context, release) =>
    whileStored(async () => {
      const pressKit = await makePressKit(context, release)
      return download(request, { name: `${release.slug}.zip`, type: 'application/zip', tag: pressKit.tag }, async () =>
        zipStream(await pressKit.entries(), release.revisedAt ?? release.publishAt),
      )
    }),
  )
}
