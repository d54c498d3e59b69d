/** The types of what renders a page, and of the answer before it is stored or sent. */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Answers a request, as Next does. */
export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A whole answer in memory. */
export interface Rendered {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
}
