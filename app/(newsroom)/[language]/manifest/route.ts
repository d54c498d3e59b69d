import { pathTo } from '#lib/urls.ts'
import { nothing } from '../../formats/sitemaps.ts'
import { pageContext } from '../../page-context.ts'

export const dynamic = 'force-dynamic'

const paper = '#fcfbf9'

/** Answers with the web app manifest: the newsroom's name and icons on a home screen, in each of its languages. */
export async function GET(_: Request, { params }: { params: Promise<{ language: string }> }) {
  const context = await pageContext((await params).language)
  if (!context) return nothing()
  const { language, name, texts } = context.newsroom
  const icons = (['tile', 'maskable'] as const).flatMap((ground) =>
    [192, 512].map((size) => ({
      src: `/icons/${ground}-${size}.png`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: ground === 'tile' ? 'any' : 'maskable',
    })),
  )
  const manifest = {
    id: pathTo(language),
    name,
    short_name: name,
    ...(texts.tagline ? { description: texts.tagline } : {}),
    lang: language,
    dir: 'ltr',
    start_url: pathTo(language),
    scope: '/',
    display: 'minimal-ui',
    background_color: paper,
    theme_color: paper,
    icons,
  }
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  })
}
