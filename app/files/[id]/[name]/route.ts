import { isLiveMedia } from '#db/live/media.ts'
import { readingMoment } from '#db/live/visible.ts'
import { getMedia } from '#db/media.ts'
import { getSettings } from '#db/settings.ts'
import { currentUser } from '../../../auth.ts'
import { missing, sendFile } from './send-file.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with a file of the library: to anybody while readers can see what uses it, else to members. A stranger gets
 * the same 404 for a file that does not exist, is not public yet or is not public any longer.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; name: string }> }) {
  const { id, name } = await params
  const settings = await getSettings()
  const image = settings && (await getMedia(id))
  if (!image) return missing()
  const isPublic = await isLiveMedia(id, { now: readingMoment(), timeZone: settings.timeZone })
  if (!isPublic && !(await currentUser())) return missing()
  return sendFile(request, { image, name, keep: isPublic ? 'public' : 'private' })
}
