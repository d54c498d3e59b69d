import { openEmbargoLink } from '#db/embargo/links.ts'
import { openEmbargoedText } from '#db/embargo/visits.ts'
import { runAction } from '#lib/form.ts'
import { backTo, opensNothing, sentFrom } from '../../../guest-answer.ts'
import { refusedVisit } from '../refused-visit.ts'

export const dynamic = 'force-dynamic'

/** Accepts the terms, the first time, and leads to the text. A link that opens something else by now leads to what it does. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const link = await openEmbargoLink((await params).token, new Date())
  if (!link) return opensNothing(request)
  const { token } = await params
  const back = `/embargo/${token}`
  if (link.state !== 'waiting') return backTo(back)
  let pass = ''
  const state = await runAction(link.language, async () => {
    pass = await openEmbargoedText(token, sentFrom(request))
  })
  if (state.status === 'saved') return backTo(`${back}/${pass}`)
  return state.code === 'link-opens-nothing' ? backTo(back) : refusedVisit(state, link.language, back)
}
