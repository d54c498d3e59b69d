import { formValues, runAction } from '#lib/form.ts'
import type { Language } from '#lib/locale.ts'
import { backTo, opensNothing, respondRendered, sentFrom } from './guest-answer.ts'
import { refusedWords } from './refused-words.ts'

interface How {
  /** Stores what was typed, and returns the id of the suggestion. */
  add: (typed: unknown, from: { address: string; now: Date }) => Promise<string>
  /** The page that the form is on. */
  back: string
  language: Language
}

/**
 * Stores a suggestion and sends whoever made it back to it. A refused one is shown again, with everything that was written.
 * The caller has checked who may suggest.
 */
export async function storeSuggestion(request: Request, { add, back, language }: How): Promise<Response> {
  const sent = await request.formData().catch(() => new FormData())
  let id = ''
  const state = await runAction(language, async () => {
    id = await add(formValues(sent), sentFrom(request))
  })
  if (state.status === 'saved') return backTo(`${back}#s-${id}`)
  if (state.code === 'link-opens-nothing') return opensNothing(request)
  const action = `${back}/suggestions`
  return respondRendered(refusedWords({ state, sent, title: 'refused-suggestion', action, back, language }))
}
