import { settleSuggestion, settlingSchema } from '#db/sign-off/suggestions.ts'
import { requireRole } from '../../../../../auth.ts'
import { answersTo } from '../../answers.ts'
import { respond } from '../../respond.ts'

/** Notes what the writer has done with a suggestion. */
export async function PATCH(
  request: Request,
  { params }: { params: Promise<{ id: string; suggestion: string }> },
): Promise<Response> {
  const user = await requireRole('contributor')
  const { id, suggestion } = await params
  return respond(user, request, settlingSchema, async (input) => {
    await settleSuggestion(id, suggestion, input, { actor: user, now: new Date() })
    return answersTo(id, user)
  })
}
