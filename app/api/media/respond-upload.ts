import type { NextRequest } from 'next/server'
import { libraryFile } from '#db/media.ts'
import type { Media } from '#db/schema/library.ts'
import { refusalText } from '#lib/form.ts'
import { refusalStatus } from '#lib/http/refusal-status.ts'
import type { Language } from '#lib/locale.ts'
import type { Bytes } from '#lib/media/store.ts'
import { Refusal } from '#lib/refusal.ts'

const headers = { 'cache-control': 'no-store' }

interface Upload {
  body: Bytes
  /** The name of the file where it comes from. */
  filename: string
}

/** Answers with the stored file and whether the library had it before, or with the reason for a refusal. */
export function respondUpload(
  request: NextRequest,
  language: Language,
  take: (upload: Upload) => Promise<{ file: Media; isNew?: boolean }>,
): Promise<Response> {
  return respondFile(request, language, async (upload) => {
    const { file, isNew } = await take(upload)
    return Response.json({ ...libraryFile(file), isKnown: isNew === false }, { headers, status: isNew ? 201 : 200 })
  })
}

/** Hands on the bytes as they arrive. A refusal is answered with its sentence. */
export async function respondFile(
  request: NextRequest,
  language: Language,
  answer: (upload: Upload) => Promise<Response>,
): Promise<Response> {
  try {
    return await answer({ body: request.body ?? [], filename: filenameOf(request) })
  } catch (error) {
    // Nobody is left to answer when the upload was cancelled.
    if (request.signal.aborted) return new Response(null, { status: 400 })
    if (!(error instanceof Refusal)) throw error
    const said = { code: error.code, message: refusalText(error, language) }
    return Response.json(said, { headers, status: refusalStatus(error.code) })
  }
}

function filenameOf(request: NextRequest): string {
  try {
    return decodeURIComponent(request.headers.get('x-filename') ?? '')
  } catch {
    return ''
  }
}
