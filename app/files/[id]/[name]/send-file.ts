/** A file of the library on its way to whoever may have it. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { mediaFile } from '#db/media-file.ts'
import type { Media } from '#db/schema.ts'

/** As RFC 5987 wants it. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)

export const missing = () => new Response(null, { status: 404 })

/** The file by its public name, or a 404. Who may have it has been decided by the caller. */
export async function sendFile(image: Media, name: string, cacheControl: string): Promise<Response> {
  const file = await mediaFile(image, name)
  if (!file) return missing()
  const headers = new Headers({
    'content-type': file.mime,
    'content-length': String(file.size),
    'cache-control': cacheControl,
  })
  if (name.startsWith('original.')) {
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encoded(image.filename)}`)
  }
  return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream, { headers })
}
