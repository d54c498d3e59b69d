import { uncachedDrawing } from '#lib/drawing/drawings.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { ofRelease } from '../../../../../(newsroom)/head/share-pictures.ts'
import { readPreview } from '../../../../../(preview)/preview.tsx'
import { requireRole } from '../../../../../auth.ts'

/** Answers with the share picture of a draft as it is now: for members, and stored nowhere. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  await requireRole('contributor')
  const found = await readPreview((await params).id)
  if (!found) return new Response(null, { status: 404 })
  const { drawing } = ofRelease(found.context, found.preview)
  return whileStored(
    async () =>
      new Response(new Uint8Array(await uncachedDrawing(drawing)), { headers: { 'content-type': 'image/png' } }),
  )
}
