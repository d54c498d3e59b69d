/** How long a streamed answer is. The framework takes `content-length` away from everything its handlers answer. */
import type { RequestHandler } from './rendered.ts'

/** Where a handler says it instead. */
export const lengthHeader = 'x-pressrum-length'

/** The framework, with the length its handlers name sent as such. */
export const sayingLength =
  (handler: RequestHandler): RequestHandler =>
  (request, response) => {
    const set = response.setHeader.bind(response)
    response.setHeader = (name, value) => (name === lengthHeader ? set('content-length', `${value}`) : set(name, value))
    return handler(request, response)
  }
