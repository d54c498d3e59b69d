import type { NextRequest } from 'next/server'
import { libraryFile } from '#db/media.ts'
import type { Media } from '#db/schema/library.ts'
import { refusalText } from '#lib/form.ts'
import type { Language } from '#lib/locale.ts'
import { receiveFile, removeFile } from '#lib/media/store.ts'
import { Refusal } from '#lib/refusal.ts'

const headers = { 'cache-control': 'no-store' }

/**
 * Streams the body to disk, hands it on, and answers with the stored file and whether the library had it before, or
 * with the reason for a refusal.
 */
export function answerUpload(
  request: NextRequest,
  language: Language,
  take: (path: string, filename: string) => Promise<{ file: Media; isNew?: boolean }>,
): Promise<Response> {
  return answerFile(request, language, async (path, filename) => {
    const { file, isNew } = await take(path, filename)
    return Response.json({ ...libraryFile(file), isKnown: isNew === false }, { headers, status: isNew ? 201 : 200 })
  })
}

/** Streams the body to disk for as long as it takes to answer. A refusal is answered with its sentence. */
export async function answerFile(
  request: NextRequest,
  language: Language,
  answer: (path: string, filename: string) => Promise<Response>,
): Promise<Response> {
  let path: string | undefined
  try {
    path = await receiveFile(request.body ?? [])
    return await answer(path, filenameOf(request))
  } catch (error) {
    // Nobody is left to answer when the upload was cancelled.
    if (request.signal.aborted) return new Response(null, { status: 400 })
    if (!(error instanceof Refusal)) throw error
    return Response.json({ code: error.code, message: refusalText(error, language) }, { headers, status: 422 })
  } finally {
    if (path) await removeFile(path)
  }
}

function filenameOf(request: NextRequest): string {
  try {
    return decodeURIComponent(request.headers.get('x-filename') ?? '')
  } catch {
    return ''
  }
}
