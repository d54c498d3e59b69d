import type { NextRequest } from 'next/server'
import { getLiveNewsroom } from '#db/live/newsroom.ts'
import { getLiveAccessibility } from '#db/live/statements.ts'
import { addFeedback } from '#db/statements/feedback.ts'
import { formValues, runAction } from '#lib/form.ts'
import { addressIn } from '#lib/http/client-network.ts'
import { fallbackPage } from '#lib/http/fallback-page.ts'
import { firstSpoken } from '#lib/locale.ts'
import { thanksPath } from '#lib/urls.ts'
import { respondRendered } from '../../(preview)/guest-answer.ts'
import { refusedFeedback } from './refused-feedback.ts'

export const dynamic = 'force-dynamic'

/** Stores a reader's message about accessibility. A refused one is shown again, with everything that was written. */
export async function POST(request: NextRequest): Promise<Response> {
  const typed = formValues(await request.formData().catch(() => new FormData()))
  const language = firstSpoken([String(typed.language ?? '')])
  if (!(await getLiveAccessibility(language))) return respondRendered(fallbackPage(404, language))
  const sent = new Response(null, { status: 303, headers: { location: thanksPath(language) } })
  // Only a program fills in the hidden field. It is thanked, and nothing is stored.
  if (typed.website) return sent
  const address = addressIn(request.headers)
  const state = await runAction(language, async () => {
    await addFeedback({ ...typed, language }, { address, now: new Date() })
  })
  if (state.status === 'saved') return sent
  return respondRendered(refusedFeedback({ state, typed, language, newsroom: await getLiveNewsroom(language) }))
}
