/** Sends the length of streamed answers: Next removes `content-length` from everything its handlers answer. */
import type { RequestHandler } from './rendered.ts'

/** The header in which a handler names the length instead. */
export const lengthHeader = 'x-pressrum-length'

/** Wraps Next's request handler so that a length its handlers name is sent as `content-length`. */
export const withContentLength =
  (handler: RequestHandler): RequestHandler =>
  (request, response) => {
    const set = response.setHeader.bind(response)
    response.setHeader = (name, value) => (name === lengthHeader ? set('content-length', `${value}`) : set(name, value))
    return handler(request, response)
  }
