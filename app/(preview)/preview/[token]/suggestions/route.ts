import { openPreviewLink } from '#db/releases/preview-links.ts'
import { getRelease } from '#db/releases.ts'
import { addGuestSuggestion } from '#db/sign-off/suggestions.ts'
import { opensNothing } from '../../../guest-answer.ts'
import { storeSuggestion } from '../../../store-suggestion.ts'

export const dynamic = 'force-dynamic'

/** Stores other words for a block, from a guest. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const link = await openPreviewLink((await params).token, new Date())
  const release = link && (await getRelease(link.releaseId))
  if (!release) return opensNothing(request)
  const { token } = await params
  const add = (typed: unknown, from: { address: string; now: Date }) => addGuestSuggestion(token, typed, from)
  return storeSuggestion(request, { add, back: `/preview/${token}`, language: release.language })
}
