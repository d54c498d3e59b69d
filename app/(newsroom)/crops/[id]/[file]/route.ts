import { getLiveFile, imagesById, isLiveMedia } from '#db/live/media.ts'
import { getLiveSettings } from '#db/live/newsroom.ts'
import { readingMoment } from '#db/live/visible.ts'
import { cachedDrawing } from '#lib/drawing/drawings.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { cropOf } from '#lib/images/crop.ts'
import { rootLanguage } from '#lib/locale.ts'
import { nothing } from '../../../formats/sitemaps.ts'
import { cropPath, cropShapeIn } from '../../../head/crops.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with a picture that readers can see, cut to one of the shapes that search engines show. An address from before
 * the picture was changed redirects to the present one.
 */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; file: string }> }) {
  const { id, file } = await params
  return whileStored(() => answer(id, file))
}

async function answer(id: string, file: string): Promise<Response> {
  const shape = cropShapeIn(file)
  const settings = shape && (await getLiveSettings())
  const isLive = settings && (await isLiveMedia(id, { now: readingMoment(), timeZone: settings.timeZone }))
  const image = isLive ? (await imagesById([id], rootLanguage)).get(id) : undefined
  const largest = image?.renditions.at(-1)
  const stored = largest && (await getLiveFile(id, `${largest.width}.jpg`))
  if (!shape || !image || !stored) return nothing()
  const present = cropPath(image, shape)
  if (!present.endsWith(`/${file}`)) return new Response(null, { status: 307, headers: { location: present } })
  const jpeg = await cachedDrawing(`crop-${id}-${shape}`, {
    task: 'crop',
    file: stored.key,
    version: image.fileVersion,
    ...cropOf(largest, { x: image.focalX, y: image.focalY }, shape),
  })
  return new Response(new Uint8Array(jpeg), {
    headers: { 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=600' },
  })
}
