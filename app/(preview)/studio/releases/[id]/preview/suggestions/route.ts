import { addSuggestion } from '#db/sign-off/suggestions.ts'
import { requireRole } from '../../../../../../auth.ts'
import { storeSuggestion } from '../../../../../store-suggestion.ts'

export const dynamic = 'force-dynamic'

/** Stores other words for a block, from a colleague who reads the text as its readers will. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await requireRole('contributor')
  const { id } = await params
  const add = (typed: unknown, { now }: { now: Date }) => addSuggestion(id, typed, { actor: user, now })
  return storeSuggestion(request, { add, back: `/studio/releases/${id}/preview`, language: user.language })
}
