import { cancelSignUp, openSignUp } from '#db/meetings/sign-ups.ts'
import { runAction } from '#lib/form.ts'
import { backTo, opensNothing, sentFrom } from '../../../guest-answer.ts'

export const dynamic = 'force-dynamic'

/** Cancels a sign-up, and shows its page again, which says so. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const link = await openSignUp((await params).token)
  if (!link) return opensNothing(request)
  const { token } = await params
  const state = await runAction(link.release.language, () => cancelSignUp(token, sentFrom(request)))
  return state.status === 'saved' ? backTo(`/meeting/${token}`) : opensNothing(request)
}
