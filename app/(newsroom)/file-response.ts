/** Answers with files to download that are made on request. */
import { createHash } from 'node:crypto'
import { lengthHeader } from '#lib/http/content-length.ts'
import { offDevices } from '#lib/media/filename.ts'
import { slugify } from '#lib/slug.ts'

const plain = { 'content-type': 'text/plain; charset=utf-8' }

export const notFound = () => new Response('Not found\n', { status: 404, headers: plain })

/** Answers 410, with the reason, for a file whose release has been withdrawn. */
export const gone = (reason: string) => new Response(`${reason}\n`, { status: 410, headers: plain })

/**
 * Answers with a file, under a name that any disk accepts. A client that has it already, by its tag, gets 304 and
 * nothing is made. The tag is weak: two makings of the same file may differ in bytes that carry no meaning.
 */
export async function download(
  request: Request,
  { name, type, tag }: { name: string; type: string; tag: string },
  make: () => Promise<{ size: number; stream: ReadableStream<Uint8Array> | string }>,
): Promise<Response> {
  const etag = `W/"${tag}"`
  const kept = { etag, 'cache-control': 'public, max-age=0, must-revalidate', 'x-robots-tag': 'noindex' }
  const held = request.headers.get('if-none-match')?.split(/,\s*/) ?? []
  if (held.some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === `"${tag}"`)) {
    return new Response(null, { status: 304, headers: kept })
  }
  const [, stem = '', ending = ''] = /^(.*)\.(\w+)$/.exec(name) ?? []
  const { size, stream } = await make()
  return new Response(stream, {
    headers: {
      ...kept,
      'content-type': type,
      [lengthHeader]: `${size}`,
      // Ranges are refused, since what is made anew each time may differ in bytes. A small file is stored, and the
      // server then serves its ranges all the same.
      'accept-ranges': 'none',
      'content-disposition': `attachment; filename="${offDevices(slugify(stem)) || 'fil'}.${ending}"`,
    },
  })
}

/** Answers with a short text, whose tag is made from its words. */
export const downloadText = (request: Request, file: { name: string; type: string }, text: string): Promise<Response> =>
  download(request, { ...file, tag: tagOf(text) }, async () => ({ size: Buffer.byteLength(text), stream: text }))

/** Returns a short hash of what a file is made from. */
export const tagOf = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22)
