import { getMedia } from '#db/media.ts'
import { reachesMedia } from '#db/releases/preview-links.ts'
import { getSettings } from '#db/settings.ts'
import { openSignOff } from '#db/sign-off/links.ts'
import { missing, sendFile } from '../../../../../../files/[id]/[name]/send-file.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with a file of a text that is not live, for whoever has been asked about the whole of it. Somebody who has been
 * asked about their quotes gets their own portrait, and what anybody may fetch.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; id: string; name: string }> },
) {
  const link = await openSignOff((await params).token, new Date())
  const { id, name } = await params
  const settings = link && (await getSettings())
  const image = settings && (await getMedia(id))
  if (!image) return missing()
  const isShown = await reachesMedia(link, id, { now: new Date(), timeZone: settings.timeZone })
  return isShown ? sendFile(request, { image, name, keep: 'private' }) : missing()
}
