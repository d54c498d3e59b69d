import { getRelease } from '#db/releases.ts'
import { openSignOff } from '#db/sign-off/links.ts'
import { addAskedSuggestion } from '#db/sign-off/suggestions.ts'
import { opensNothing } from '../../../guest-answer.ts'
import { storeSuggestion } from '../../../store-suggestion.ts'

export const dynamic = 'force-dynamic'

/** Stores other words for a block, from somebody who has been asked about the whole text. */
export async function POST(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const link = await openSignOff((await params).token, new Date())
  const release = link && (await getRelease(link.releaseId))
  if (!release) return opensNothing(request)
  const { token } = await params
  const add = (typed: unknown, from: { address: string; now: Date }) => addAskedSuggestion(token, typed, from)
  return storeSuggestion(request, { add, back: `/sign-off/${token}`, language: release.language })
}
