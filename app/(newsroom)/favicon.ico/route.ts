import { whileStored } from '#lib/http/store-answer.ts'
import { rootLanguage } from '#lib/locale.ts'
import { nothing } from '../formats/sitemaps.ts'
import { drawIcon } from '../head/drawn-icon.ts'
import { iconFile } from '../head/icon-file.ts'
import { anyPageContext } from '../page-context.ts'

export const dynamic = 'force-dynamic'

const sizes = [16, 32, 48]

/** Answers with the newsroom's icon at the address where programs have always looked for one. */
export async function GET() {
  const context = await anyPageContext(rootLanguage)
  if (!context) return nothing()
  return whileStored(async () => {
    const icons = await Promise.all(sizes.map((size) => drawIcon(context, 'bare', size)))
    return new Response(new Uint8Array(iconFile(icons)), { headers: { 'content-type': 'image/x-icon' } })
  })
}
