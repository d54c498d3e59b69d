import { openEmbargoLink } from '#db/embargo/links.ts'
import { isReading } from '#db/embargo/visits.ts'
import { mediaFile } from '#db/media/public-file.ts'
import { getMedia } from '#db/media.ts'
import { reachesMedia } from '#db/releases/preview-links.ts'
import { releases } from '#db/schema/releases.ts'
import { getSettings } from '#db/settings.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { imageTypeOf } from '#lib/images/image-type.ts'
import { splitFileName } from '#lib/urls.ts'
import { missing } from '../../../../../../../files/[id]/[name]/send-file.ts'
import { backTo } from '../../../../../../guest-answer.ts'
import { copyLineOf } from '../../../../held-text.ts'
import { markedFor } from '../../../../marked-image.ts'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ token: string; pass: string; id: string; name: string }>
}

/**
 * Answers with a picture of a text under embargo as the page shows it, marked with whose copy it is. Originals and documents
 * are fetched by a button: whoever follows a link to one is led there.
 */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const link = await openEmbargoLink((await params).token, new Date())
  const { token, pass, id, name } = await params
  const now = new Date()
  const settings = link?.state === 'waiting' && isReading(token, pass, now) ? await getSettings() : undefined
  const image = settings && (await getMedia(id))
  if (!link || !settings || !image) return missing()
  const visit = { now, timeZone: settings.timeZone }
  if (!(await reachesMedia(link, id, visit, releases.liveRevisionId))) return missing()
  return whileStored(async () => {
    const file = await mediaFile(image, splitFileName(name).stored)
    if (!file) return missing()
    const type = imageTypeOf(file.mime)
    if (file.isOriginal || !type) return backTo(`/embargo/${token}/${pass}`)
    const line = copyLineOf(link, { language: link.language, timeZone: settings.timeZone })
    const bytes = await markedFor(file, image, { type, line })
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': file.mime, 'cache-control': 'private, no-store' },
    })
  })
}
