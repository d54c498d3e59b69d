import { getRelease } from '#db/releases.ts'
import { answerQuotes, answerText } from '#db/sign-off/answers.ts'
import { openSignOff } from '#db/sign-off/links.ts'
import { formValues, runAction } from '#lib/form.ts'
import { backTo, opensNothing, respondRendered, sentFrom } from '../../../guest-answer.ts'
import { refusedWords } from '../../../refused-words.ts'

export const dynamic = 'force-dynamic'

/**
 * Stores what somebody outside answers, and sends them back to it. What is refused is shown again, with everything that was
 * written.
 */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const link = await openSignOff((await params).token, new Date())
  const release = link && (await getRelease(link.releaseId))
  if (!link || !release) return opensNothing(request)
  const { token } = await params
  const sent = await request.formData().catch(() => new FormData())
  const answer = link.personId ? answerQuotes : answerText
  const state = await runAction(release.language, () => answer(token, formValues(sent), sentFrom(request)))
  const back = `/sign-off/${token}`
  if (state.status === 'saved') return backTo(back)
  if (state.code === 'link-opens-nothing') return opensNothing(request)
  const { language } = release
  return respondRendered(
    refusedWords({ state, sent, title: 'refused-answer', action: `${back}/answers`, back, language }),
  )
}
