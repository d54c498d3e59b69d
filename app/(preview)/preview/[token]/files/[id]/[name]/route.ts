import { getMedia } from '#db/media.ts'
import { openPreviewLink, reachesMedia } from '#db/releases/preview-links.ts'
import { getSettings } from '#db/settings.ts'
import { missing, sendFile } from '../../../../../../files/[id]/[name]/send-file.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with a file of a text that is not live, for whoever holds a preview link to it. Files that the text does not
 * show are a 404.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; id: string; name: string }> },
) {
  const link = await openPreviewLink((await params).token, new Date())
  const { id, name } = await params
  const settings = link && (await getSettings())
  const image = settings && (await getMedia(id))
  if (!image) return missing()
  const isShown = await reachesMedia(link, id, { now: new Date(), timeZone: settings.timeZone })
  return isShown ? sendFile(request, { image, name, keep: 'private' }) : missing()
}
