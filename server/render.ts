/** Asks Next for a page without a network connection, as a stranger without cookies would. */
import { inject } from 'light-my-request'
import type { Rendered, RequestHandler } from '#lib/http/rendered.ts'

/** Thrown when Next failed at a page. It has logged why (`instrumentation.ts`). */
export class RenderFailure extends Error {
  /** The status of Next's answer: 503 where something behind it is away for a while. */
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.status = status
  }
}

export type RenderPage = (path: string) => Promise<Rendered | 'too-large'>

const maxBytes = 2 * 1024 * 1024

/** Returns a function that renders pages small enough to be stored. It throws a `RenderFailure` when Next fails at one. */
export const pageRenderer =
  (handler: RequestHandler, publicUrl: string): RenderPage =>
  async (path) => {
    const rendered = await render(handler, path, { publicUrl, most: maxBytes })
    // 501 is an intended answer, to a format that we do not write.
    if (rendered !== 'too-large' && rendered.status >= 500 && rendered.status !== 501) {
      throw new RenderFailure(`${path} could not be rendered`, rendered.status)
    }
    return rendered
  }

/**
 * Renders an address. Returns `too-large` when the answer is longer than `most` bytes; when its headers say so, the
 * body is not read.
 */
export async function render(
  handler: RequestHandler,
  url: string,
  options: { publicUrl: string; most: number },
): Promise<Rendered | 'too-large'> {
  const { host } = new URL(options.publicUrl)
  const answer = await inject((request, response) => void handler(request as never, response as never), {
    method: 'GET',
    url,
    headers: {
      host,
      accept: '*/*',
      'user-agent': 'pressrum',
      'x-forwarded-host': host,
      'x-pressrum-path': url,
    },
    payloadAsStream: true,
  })
  const stream = answer.stream()
  const leave = () => {
    stream.destroy()
    answer.raw.res.destroy()
    return 'too-large' as const
  }
  if (Number(answer.headers['content-length'] ?? 0) > options.most) return leave()
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > options.most) return leave()
    chunks.push(chunk)
  }
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
}
