import type { NextRequest } from 'next/server'
import { getLiveNewsroom } from '#db/live/newsroom.ts'
import { listAskedAbout } from '#db/live/questions/about.ts'
import { askQuestion } from '#db/questions/ask.ts'
import { type FormState, formValues, runAction } from '#lib/form.ts'
import { addressIn } from '#lib/http/client-network.ts'
import { fallbackPage } from '#lib/http/fallback-page.ts'
import { firstSpoken } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { askedPath } from '#lib/urls.ts'
import { backTo, respondRendered } from '../../(preview)/guest-answer.ts'
import { refusedQuestion } from './refused-question.ts'

export const dynamic = 'force-dynamic'

/**
 * Stores a question from the press. A refused one is shown again, with everything that was written. So is one with the hidden
 * field filled in: a browser that fills in forms by itself is no program, and what its reader wrote is not to be lost.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const typed = formValues(await request.formData().catch(() => new FormData()))
  const language = firstSpoken([String(typed.language ?? '')])
  const newsroom = await getLiveNewsroom(language)
  if (!newsroom) return respondRendered(fallbackPage(404, language))
  const now = new Date()
  const state: FormState = typed.website
    ? { status: 'refused', errors: {}, message: translator(language, 'ask')('trap-filled') }
    : await runAction(language, async () => {
        await askQuestion({ ...typed, language }, { address: addressIn(request.headers), now })
      })
  if (state.status === 'saved') return backTo(askedPath(language))
  const about = typeof typed.about === 'string' ? typed.about : ''
  const texts = await listAskedAbout({ language, timeZone: newsroom.timeZone, now }, about.slice(0, 200))
  return respondRendered(refusedQuestion({ state, typed, texts, newsroom, now }))
}
