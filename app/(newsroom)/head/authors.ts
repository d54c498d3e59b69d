/** Says who has written a release and who has made a picture, as programs want to be told. */
import type { Author } from '#db/live/authors.ts'
import type { LiveImage } from '#db/live/media.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { authorsIn } from '#lib/document/byline.ts'
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { licenceUrls } from '#lib/media/licence.ts'
import { imageBankPath, pathTo } from '#lib/urls.ts'
import type { PageContext } from '../page-context.ts'

/** Returns each author of a release with their page; the byline itself where it names nobody, else the newsroom. */
export function authorsOf({ newsroom }: PageContext, { byline }: Pick<LiveRelease, 'byline'>, authors: Author[]) {
  const { language, name, owner } = newsroom
  if (authors.length === 0) {
    const url = owner?.url || absolute(pathTo(language))
    return [{ '@type': 'Organization' as const, name: plainText(byline).trim() || name, url }]
  }
  return authors.map(({ name: author, slug }) => ({
    '@type': 'Person' as const,
    name: author,
    url: slug ? absolute(pathTo(language, 'people', slug)) : undefined,
  }))
}

/** Says who made an image, how to name them, and where to ask for leave to use it. */
export const rightsOf = ({ newsroom: { language } }: PageContext, { credit, licence }: LiveImage) => ({
  creator: creatorsOf(credit, language),
  creditText: plainText(credit) || undefined,
  license: licenceUrls[licence],
  acquireLicensePage: absolute(imageBankPath(language)),
})

/** Returns who made an image, as its credit says: “Foto: Eva Ek/Bildbyrån” is by Eva Ek. */
function creatorsOf(credit: string, language: Language) {
  const words = plainText(credit)
    .replace(/^[^:]*:\s*/, '')
    .trim()
  if (!words) return undefined
  const people = authorsIn(words, language, () => false)
  return people.length
    ? people.map((name) => ({ '@type': 'Person' as const, name }))
    : { '@type': 'Organization' as const, name: words }
}
