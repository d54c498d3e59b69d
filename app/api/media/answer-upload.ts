import type { NextRequest } from 'next/server'
import { libraryFile } from '#db/media.ts'
import type { Media } from '#db/schema.ts'
import { refusalText } from '#lib/form.ts'
import { receiveFile, removeFile } from '#lib/images/media-files.ts'
import type { Language } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'

/** Streams the body to disk, hands it on, and answers with the file the library then has, and whether it had it before, or with why not. */
export async function answerUpload(
  request: NextRequest,
  language: Language,
  take: (path: string, filename: string) => Promise<{ file: Media; isNew?: boolean }>,
): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  let path: string | undefined
  try {
    path = await receiveFile(request.body ?? [])
    const { file, isNew } = await take(path, filenameOf(request))
    return Response.json({ ...libraryFile(file), isKnown: isNew === false }, { headers, status: isNew ? 201 : 200 })
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
