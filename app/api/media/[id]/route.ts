import type { NextRequest } from 'next/server'
import { getMedia, libraryFile, replaceMedia } from '#db/media.ts'
import { requireRole } from '../../../auth.ts'
import { respondUpload } from '../respond-upload.ts'

/** Answers with an image for the editor, or null when it does not exist. */
export async function GET(_request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  await requireRole('contributor')
  const { id } = await params
  const stored = await getMedia(id)
  const file = stored && libraryFile(stored)
  return Response.json(file?.kind === 'image' ? file : null, { headers: { 'cache-control': 'no-store' } })
}

/** Replaces a file by another, sent like a new one. */
export async function POST(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const user = await requireRole('contributor')
  const { id } = await params
  return respondUpload(request, user.language, async (upload) => ({
    file: await replaceMedia(id, upload, { actor: user, now: new Date() }),
  }))
}
