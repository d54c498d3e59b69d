import { rootLanguage } from '#lib/locale.ts'
import { drawIcon } from '../drawn-icon.ts'
import { iconFile } from '../icon-file.ts'
import { openAnyRoom } from '../room.ts'
import { nothing } from '../sitemaps.ts'

export const dynamic = 'force-dynamic'

const sizes = [16, 32, 48]

/** The emblem for everything that looks for an icon where icons have always been. */
export async function GET() {
  const room = await openAnyRoom(rootLanguage)
  if (!room) return nothing()
  const icons = await Promise.all(sizes.map((size) => drawIcon(room, 'bare', size)))
  return new Response(new Uint8Array(iconFile(icons)), { headers: { 'content-type': 'image/x-icon' } })
}
