import type { NextRequest } from 'next/server'
import { findInvitation } from '#db/live/meetings/meeting.ts'
import { getLiveNewsroom } from '#db/live/newsroom.ts'
import { signUp } from '#db/meetings/sign-ups.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { fallbackPage } from '#lib/http/fallback-page.ts'
import { firstSpoken } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { backTo, respondRendered, sentFrom } from '../../(preview)/guest-answer.ts'
import { refusedSignUp } from './refused-sign-up.ts'

export const dynamic = 'force-dynamic'

/**
 * Signs a reader up for a press meeting and leads to the page of their sign-up. A refused form is shown again, with
 * everything that was written. So is one with the hidden field filled in: a browser that fills in forms by itself is no
 * program, and its reader would believe that they have signed up.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const typed = formValues(await request.formData().catch(() => new FormData()))
  const language = firstSpoken([String(typed.language ?? '')])
  const id = String(typed.release ?? '')
  const invitation = await findInvitation(id, { language, now: new Date() })
  if (!invitation) return respondRendered(fallbackPage(404, language))
  const back = pathTo(language, 'news', invitation.slug)
  let token = ''
  const state: FormState = typed.website
    ? { status: 'refused', errors: {}, message: translator(language, 'meeting')('trap-filled') }
    : await runAction(language, async () => {
        token = await signUp(id, typed, sentFrom(request))
      })
  if (state.status === 'saved') return backTo(`/meeting/${token}`)
  const newsroom = await getLiveNewsroom(language)
  return respondRendered(refusedSignUp({ state, typed, language, newsroom, back, ...invitation }))
}
