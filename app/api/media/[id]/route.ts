import type { NextRequest } from 'next/server'
import { replaceMedia } from '#db/media.ts'
import { requireRole } from '../../../auth.ts'
import { answerUpload } from '../answer-upload.ts'

/** Takes another file in the place of this one, sent as a new one is. */
export async function POST(request: NextRequest, { params }: { params: Promise<{ id: string }> }) {
  const user = await requireRole('contributor')
  const { id } = await params
  return answerUpload(request, user.language, async (path, filename) => {
    return { file: await replaceMedia(id, { path, filename }, { actor: user, now: new Date() }) }
  })
}
