import { addressIn } from '#lib/http/client-network.ts'
import { fallbackPage, preferredLanguage } from '#lib/http/fallback-page.ts'
import type { Rendered } from '#lib/http/rendered.ts'

/** Answers a guest with a page made without Next, which renders none as an answer to a handler. */
export const respondRendered = ({ status, headers, body }: Rendered): Response =>
  new Response(new Uint8Array(body), { status, headers: headers as Record<string, string> })

/** The one answer to a link that opens nothing, whatever the reason. */
export const opensNothing = (request: Request): Response =>
  respondRendered(fallbackPage('link-opens-nothing', preferredLanguage(request.headers.get('accept-language'))))

/** Where a guest's form came from, for the limits. */
export const sentFrom = (request: Request): { address: string; now: Date } => ({
  address: addressIn(request.headers),
  now: new Date(),
})

/** Sends a guest back to a part of the page, after a form has been stored. */
export const backTo = (address: string): Response => new Response(null, { status: 303, headers: { location: address } })
