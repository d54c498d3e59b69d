import type { NextRequest } from 'next/server'
import { addMedia, libraryFile } from '#db/media.ts'
import { listMedia, mediaFilters } from '#db/media-list.ts'
import { refusalText } from '#lib/form.ts'
import { receiveFile, removeFile } from '#lib/images/media-files.ts'
import { type LibraryPage, mediaKinds } from '#lib/library-item.ts'
import { Refusal } from '#lib/refusal.ts'
import { requireRole } from '../../auth.ts'

const fresh = { headers: { 'cache-control': 'no-store' } }

/** A page of the library for the chooser. */
export async function GET(request: NextRequest) {
  await requireRole('contributor')
  const asked = request.nextUrl.searchParams
  const filter = mediaFilters.find((known) => known === asked.get('filter'))
  const [search, page] = [asked.get('q') ?? '', Number(asked.get('page')) || 1]
  const found = await listMedia({ search, kind: kindAsked(request), filter, page })
  const answer: LibraryPage = { ...found, items: found.items.map(libraryFile) }
  return Response.json(answer, fresh)
}

/**
 * Takes one image or document, or only the `kind` asked for: its name encoded in `x-filename`, its bytes as the body. A
 * refusal is answered with its sentence.
 */
export async function POST(request: NextRequest) {
  const user = await requireRole('contributor')
  let path: string | undefined
  try {
    path = await receiveFile(request.body ?? [])
    const file = { path, filename: filenameOf(request), kind: kindAsked(request) }
    const added = await addMedia(file, { actor: user, now: new Date() })
    return Response.json(libraryFile(added), { ...fresh, status: 201 })
  } catch (error) {
    // Nobody is left to answer when the upload was cancelled.
    if (request.signal.aborted) return new Response(null, { status: 400 })
    if (!(error instanceof Refusal)) throw error
    return Response.json({ code: error.code, message: refusalText(error, user.language) }, { ...fresh, status: 422 })
  } finally {
    if (path) await removeFile(path)
  }
}

const kindAsked = (request: NextRequest) =>
  mediaKinds.find((known) => known === request.nextUrl.searchParams.get('kind'))

function filenameOf(request: NextRequest): string {
  try {
    return decodeURIComponent(request.headers.get('x-filename') ?? '')
  } catch {
    return ''
  }
}
