import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { isLiveMedia } from '#db/live-media.ts'
import { getMedia } from '#db/media.ts'
import { mediaFile } from '#db/media-file.ts'
import { getSettings } from '#db/settings.ts'
import { currentUser } from '../../../auth.ts'

export const dynamic = 'force-dynamic'

/** As RFC 5987 wants it. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

const missing = () => new Response(null, { status: 404 })

/**
 * A file of the library: for anybody while readers can see what uses it, else for members. A stranger gets the same 404
 * for a file that is not there, not public yet and not public any longer.
 */
export async function GET(_: Request, { params }: { params: Promise<{ id: string; name: string }> }) {
  const { id, name } = await params
  const settings = await getSettings()
  const image = settings && (await getMedia(id))
  if (!image) return missing()
  const isPublic = await isLiveMedia(id, { now: new Date(), timeZone: settings.timeZone })
  if (!isPublic && !(await currentUser())) return missing()
  const file = await mediaFile(image, name)
  if (!file) return missing()
  const headers = new Headers({
    'content-type': file.mime,
    'content-length': String(file.size),
    'cache-control': isPublic ? 'public, max-age=600' : 'private, no-store',
  })
  if (name.startsWith('original.')) {
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encoded(image.filename)}`)
  }
  return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream, { headers })
}
