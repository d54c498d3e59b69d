import { pictureFilename, pictureTitle } from '#components/newsroom/release/downloads.ts'
import { findBankImages } from '#db/live/image-bank.ts'
import { zipStream } from '#lib/formats/zip.ts'
import { whileStored } from '#lib/http/store-answer.ts'
import { translator } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { imageBankPath, imageParameter } from '#lib/urls.ts'
import { download, notFound, tagOf } from '../../../file-response.ts'
import { pageContext } from '../../../page-context.ts'
import { storedFiles, termsFile } from '../../../press-kit/offered-files.ts'

export const dynamic = 'force-dynamic'

/**
 * Answers with the chosen images of the bank and what there is to know of them. Whoever has chosen none is led back to
 * where they are chosen; images that readers cannot see are left out.
 */
export async function GET(request: Request, { params }: { params: Promise<{ language: string }> }) {
  const context = await pageContext((await params).language)
  if (!context) return notFound()
  const { name, language } = context.newsroom
  const t = translator(language, 'newsroom')
  const wanted = new URL(request.url).searchParams.getAll(imageParameter)
  if (wanted.length === 0) {
    const back = `${imageBankPath(language)}#${t('anchors.several')}`
    return new Response(null, { status: 303, headers: { location: back } })
  }
  const chosen = await findBankImages(wanted, context.visit)
  const [latest] = chosen
  if (!latest) return notFound()
  const offered = chosen.map(({ image, use, place, title: headline }) => {
    const { title, titleIn } = pictureTitle(image, use)
    const as = pictureFilename(image, { use, headline, place, language })
    return { media: image, image, use, title: title || headline, titleIn: title ? titleIn : undefined, as }
  })
  return whileStored(async () => {
    const files = await storedFiles(offered, language)
    const terms = termsFile(files, language)
    const base = slugify(`${name} ${t('kit.pictures')}`)
    const inside = (path: string) => `${base}/${path}`
    const tag = tagOf([terms, files.map(({ entry }) => entry)])
    return download(request, { name: `${base}.zip`, type: 'application/zip', tag }, async () =>
      zipStream(
        [
          { name: inside(`${t('kit.terms')}.txt`), bytes: Buffer.from(terms) },
          ...files.map(({ entry }) => ({ ...entry, name: inside(entry.name) })),
        ],
        latest.publishAt,
      ),
    )
  })
}
