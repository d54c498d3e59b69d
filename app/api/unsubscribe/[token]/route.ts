import type { NextRequest } from 'next/server'
import { openUnsubscribeLink, unsubscribe } from '#db/users/unsubscribe.ts'
import { addressIn } from '#lib/http/client-network.ts'
import { opensNothing } from '../../../(preview)/guest-answer.ts'

type Asked = { params: Promise<{ token: string }> }

/** Where a mail program goes that only opens the address: to the page with the button. It changes nothing. */
export async function GET(request: NextRequest, { params }: Asked): Promise<Response> {
  const link = await openUnsubscribeLink((await params).token)
  if (!link) return opensNothing(request)
  return new Response(null, { status: 303, headers: { location: `/account/unsubscribe/${(await params).token}` } })
}

/** Ends the mails about the work when a mail program says that its reader has pressed its button (RFC 8058). */
export async function POST(request: NextRequest, { params }: Asked): Promise<Response> {
  const link = await openUnsubscribeLink((await params).token)
  if (!link) return opensNothing(request)
  const said = await request.formData().catch(() => new FormData())
  if (said.get('List-Unsubscribe') !== 'One-Click') return new Response(null, { status: 400 })
  await unsubscribe((await params).token, new Date(), addressIn(request.headers))
  return new Response(null, { status: 204 })
}
