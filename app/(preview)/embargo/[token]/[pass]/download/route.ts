import { openEmbargoLink } from '#db/embargo/links.ts'
import { isReading, noteDownload } from '#db/embargo/visits.ts'
import { runAction } from '#lib/form.ts'
import { lengthHeader } from '#lib/http/content-length.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { backTo, opensNothing, sentFrom } from '../../../../guest-answer.ts'
import { readHeldText } from '../../held-text.ts'
import { refusedVisit } from '../../refused-visit.ts'
import { heldFile } from './held-file.ts'

export const dynamic = 'force-dynamic'

/** Answers with a file of a text under embargo, marked with whose copy it is, once it is noted that it was fetched. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ token: string; pass: string }> },
): Promise<Response> {
  const link = await openEmbargoLink((await params).token, new Date())
  if (!link) return opensNothing(request)
  const { token, pass } = await params
  const back = `/embargo/${token}`
  const found = link.state === 'waiting' && isReading(token, pass, new Date()) && (await readHeldText(link))
  if (!found) return backTo(back)
  const sent = await request.formData().catch(() => new FormData())
  return whileStored(async () => {
    const file = await heldFile(String(sent.get('file') ?? ''), link, found)
    if (!file) return backTo(`${back}/${pass}`)
    const state = await runAction(link.language, () => noteDownload(token, file.name, sentFrom(request)))
    if (state.code === 'link-opens-nothing') return backTo(back)
    if (state.status !== 'saved') return refusedVisit(state, link.language, `${back}/${pass}`)
    const { size, stream } = await file.make()
    return new Response(stream, {
      headers: {
        'cache-control': 'private, no-store',
        'content-type': file.type,
        [lengthHeader]: String(size),
        'content-disposition': `attachment; filename="${file.name}"`,
      },
    })
  })
}
