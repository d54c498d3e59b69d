import type { Icon } from '#lib/drawing/drawing.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { rootLanguage } from '#lib/locale.ts'
import { nothing } from '../../formats/sitemaps.ts'
import { drawIcon } from '../../head/drawn-icon.ts'
import { anyPageContext } from '../../page-context.ts'

export const dynamic = 'force-dynamic'

const files: Record<string, [Icon['ground'], number]> = {
  'bare-96.png': ['bare', 96],
  'tile-180.png': ['tile', 180],
  'tile-192.png': ['tile', 192],
  'tile-512.png': ['tile', 512],
  'maskable-192.png': ['maskable', 192],
  'maskable-512.png': ['maskable', 512],
}

/** Answers with the newsroom's icon in the sizes that tabs and home screens use. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const wanted = Object.hasOwn(files, file) ? files[file] : undefined
  const context = wanted && (await anyPageContext(rootLanguage))
  if (!context) return nothing()
  return whileStored(async () => {
    const { png } = await drawIcon(context, ...wanted)
    return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } })
  })
}
