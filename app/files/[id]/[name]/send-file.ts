/** Sends a file of the library to whoever may have it. */
import { type MediaFile, mediaFile, movedName } from '#db/media/public-file.ts'
import type { Media } from '#db/schema/library.ts'
import { contentRange, evaluateConditions } from '#lib/http/conditional.ts'
import { lengthHeader } from '#lib/http/content-length.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { fileStore } from '#lib/media/file-store.ts'
import { streamOf } from '#lib/media/file-stream.ts'
import { offDevices } from '#lib/media/filename.ts'
import { splitFileName } from '#lib/urls.ts'

/** Encodes a name as RFC 5987 has it. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

/** Returns the name under which a file is saved: `vattenhallen.png`, or `vattenhallen-960.jpg` for a smaller size. */
function savedAs(as: string, stored: string): string {
  const [, stem = '', type = ''] = /^(\w+)(?:-\d+)?\.(\w+)$/.exec(stored) ?? []
  return stem === 'original' ? `${offDevices(as)}.${type}` : `${as}-${stem}.${type}`
}

export const missing = () => new Response(null, { status: 404 })

const revalidate = 'public, max-age=0, must-revalidate'

/**
 * Answers with the file behind a public name, the part of it that is asked for, or a 404. A name from before the file
 * was changed redirects to the present one. The caller has decided who may have it, and says whether caches may keep
 * it.
 */
export async function sendFile(
  request: Request,
  { image, name, keep }: { image: Media; name: string; keep: 'public' | 'private' },
): Promise<Response> {
  const cacheControl = (ifPublic: string) => (keep === 'public' ? ifPublic : 'private, no-store')
  const { stored, as } = splitFileName(name)
  const moved = movedName(image, stored)
  if (moved) {
    const location = as ? `${as}_${moved}` : moved
    return new Response(null, { status: 307, headers: { location, 'cache-control': cacheControl(revalidate) } })
  }
  return whileStored(async () => {
    const file = await mediaFile(image, stored)
    return file ? sendFound(request, file, { image, name, cacheControl }) : missing()
  })
}

async function sendFound(
  request: Request,
  file: MediaFile,
  { image, name, cacheControl }: { image: Media; name: string; cacheControl: (ifPublic: string) => string },
): Promise<Response> {
  const { stored, as } = splitFileName(name)
  const etag = `"${image.hash.slice(0, 22)}-${image.fileVersion}-${name}"`
  const headers = new Headers({
    etag,
    'accept-ranges': 'bytes',
    'content-type': file.mime,
    'cache-control': cacheControl(file.isVersioned ? 'public, max-age=600' : revalidate),
  })
  if (file.isOriginal || as) {
    const filename = as ? savedAs(as, stored) : image.filename
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encoded(filename)}`)
  }
  const { range, ...conditions } = Object.fromEntries(request.headers)
  // Only GET knows ranges.
  const part = evaluateConditions(request.method === 'GET' ? { ...conditions, range } : conditions, etag, file.size)
  if (part.status === 206 || part.status === 416) headers.set('content-range', contentRange(part, file.size))
  if (part.status !== 200 && part.status !== 206) return new Response(null, { status: part.status, headers })
  const { start, end } = part.status === 206 ? part : { start: 0, end: file.size - 1 }
  headers.set(lengthHeader, `${end - start + 1}`)
  if (request.method === 'HEAD') return new Response(null, { status: part.status, headers })
  return new Response(streamOf(await fileStore().read(file, { start, end })), { status: part.status, headers })
}
