import type { NextRequest } from 'next/server'
import { listMedia, mediaFilters, suggestMediaSearch } from '#db/media/list.ts'
import { libraryFile, receiveMedia } from '#db/media.ts'
import { type LibraryPage, mediaKinds } from '#lib/media/library-item.ts'
import { requireRole } from '../../auth.ts'
import { respondUpload } from './respond-upload.ts'

const fresh = { headers: { 'cache-control': 'no-store' } }

/** Answers with a page of the library, for the picker, or with what may have been meant where nothing is found. */
export async function GET(request: NextRequest) {
  await requireRole('contributor')
  const asked = request.nextUrl.searchParams
  const filter = mediaFilters.find((known) => known === asked.get('filter'))
  const [search, page] = [asked.get('q') ?? '', Number(asked.get('page')) || 1]
  const question = { search, kind: kindAsked(request), filter, page }
  const { items, ...found } = await listMedia(question)
  const { total, pages } = found
  const meant = total === 0 && search ? await suggestMediaSearch(question) : undefined
  const answer: LibraryPage = {
    items: items.map(libraryFile),
    total,
    pages,
    page: found.page,
    ...(meant && { suggestion: meant.typed }),
  }
  return Response.json(answer, fresh)
}

/**
 * Stores one image or document, or only one of `kind`: its name encoded in `x-filename`, its bytes as the body. The
 * answer is 201, or 200 when the library had it already. A refusal is answered with its sentence.
 */
export async function POST(request: NextRequest) {
  const user = await requireRole('contributor')
  return respondUpload(request, user.language, (upload) =>
    receiveMedia({ ...upload, kind: kindAsked(request) }, { actor: user, now: new Date() }),
  )
}

const kindAsked = (request: NextRequest) =>
  mediaKinds.find((known) => known === request.nextUrl.searchParams.get('kind'))
