/** Answers that are files to keep, made when somebody asks. */
import { createHash } from 'node:crypto'
import { lengthHeader } from '#lib/http/content-length.ts'
import { slugify } from '#lib/slug.ts'

const plain = { 'content-type': 'text/plain; charset=utf-8' }

export const notFound = () => new Response('Not found\n', { status: 404, headers: plain })

/** For what was there and has been taken away, with the reason. */
export const gone = (reason: string) => new Response(`${reason}\n`, { status: 410, headers: plain })

/**
 * A file under a name any disk takes. Whoever holds it already, by its tag, gets 304 and nothing is made. The tag is weak: two
 * makings of the same file may differ in bytes that say nothing.
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
      // What is small enough to be kept is sent in parts all the same; what is made each time may differ in bytes.
      'accept-ranges': 'none',
      'content-disposition': `attachment; filename="${slugify(stem) || 'fil'}.${ending}"`,
    },
  })
}

/** The same for a short text, whose tag is told from its words. */
export const downloadText = (request: Request, file: { name: string; type: string }, text: string): Promise<Response> =>
  download(request, { ...file, tag: tagOf(text) }, async () => ({ size: Buffer.byteLength(text), stream: text }))

/** A short sum of what something is made of. */
export const tagOf = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22)
