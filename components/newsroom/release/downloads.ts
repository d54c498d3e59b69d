/** Lists what journalists may download: each file with its format, measures, size and terms. */
import type { LiveDocument, LiveImage } from '#db/live/media.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { downloadsIn, type Image, imagesIn, quotesIn } from '#lib/document/rich-text.ts'
import { formatBytes, formatPixels } from '#lib/format.ts'
import { imageTypeOf } from '#lib/images/image-type.ts'
import type { Language } from '#lib/locale.ts'
import { licenceName } from '#lib/media/licence.ts'
import { translator } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { fileUrl, tablePath } from '#lib/urls.ts'
import { altOf } from '../../rich-text/figure.tsx'
import { tableFiles } from './table-csv.ts'

export interface Download {
  href: string
  format: string
  title: string
  /** The language of the title, where it is not the page's. */
  titleIn?: Language | undefined
  facts: string
  isPicture?: boolean
}

interface Named {
  title: string
  as: string
}

/** Whether there is a picture among the files: only then may they be called pictures and files. */
export const havePictures = (files: Download[]): boolean => files.some(({ isPicture }) => isPicture)

/** Returns the image as it was uploaded. `as` is what the file is called where it is saved. */
export function originalOf(image: LiveImage, { title, as, language }: Named & { language: Language }): Download {
  const type = imageTypeOf(image.mime) ?? 'jpg'
  const facts = [
    formatPixels(image.width, image.height),
    formatBytes(image.bytes, language),
    image.licence && licenceName(image.licence, language),
  ]
  return {
    href: fileUrl(image, `original.${type}`, as),
    format: type === 'jpg' ? 'JPEG' : type.toUpperCase(),
    title,
    facts: facts.filter(Boolean).join(', '),
    isPicture: true,
  }
}

/** Returns a document of the library, with the title it has there. */
export function documentDownload(document: LiveDocument, language: Language): Download {
  const { type, title, titleIn, bytes } = document
  return {
    href: fileUrl(document, `original.${type}`),
    format: type.toUpperCase(),
    title,
    titleIn,
    facts: formatBytes(bytes, language),
  }
}

/** Returns a smaller JPEG of an image, where the original is larger than a web page needs. */
export function webSizeOf(image: LiveImage, { title, as }: Named): Download[] {
  const size = image.renditions.findLast(({ width }) => width <= 1_280)
  if (!size || size.width === image.width) return []
  return [
    {
      href: fileUrl(image, `${size.width}.jpg`, as),
      format: 'JPEG',
      title,
      facts: formatPixels(size.width, size.height),
    },
  ]
}

/** Returns the beginning of a caption: as many sentences as it takes to name the image. */
function opening(caption: string): string {
  const [first = '', ...rest] = caption.split(/(?<=[.!?])\s/)
  const next = rest.join(' ')
  return first.length < 20 && next ? `${first} ${opening(next)}` : first.replace(/\.$/, '')
}

type Use = Image['attrs']

/** Returns what a picture is called by its caption: that of this use, else the library's. Empty where it has neither. */
export function pictureTitle(
  image: LiveImage,
  use: Use | undefined,
): { title: string; titleIn?: Language | undefined } {
  const own = opening(use?.caption.trim() ?? '')
  return own ? { title: own } : { title: opening(image.caption), titleIn: image.captionIn }
}

/**
 * Returns what the file of a picture is called wherever it is saved: what it shows, in letters that any disk accepts; else
 * the headline it stands under, and which image there it is.
 */
export function pictureFilename(
  image: LiveImage,
  { use, headline, place, language }: { use: Use | undefined; headline: string; place: number; language: Language },
): string {
  const number = place > 0 ? translator(language, 'newsroom')('image-file', { number: place }) : ''
  const said = [pictureTitle(image, use).title, use ? altOf(use) : '', image.alt, `${headline} ${number}`]
  return said.map(slugify).find(Boolean) ?? image.id
}

/** A file of a release, its title there, and what it is called where it is saved. */
export interface ReleaseFile {
  media: LiveImage | LiveDocument
  title: string
  titleIn?: Language | undefined
  as: string
  /** The image, if the file is one, and its use. */
  image?: LiveImage
  use?: Use | undefined
}

/**
 * Returns every file of a release: the documents, the hero, the images in the text, the portraits on its cards; each
 * once.
 */
export function releaseFiles(release: LiveRelease, language: Language): ReleaseFile[] {
  const { title: headline, hero, body, images, documents, cards } = release
  const t = translator(language, 'newsroom')
  const files = new Map<string, ReleaseFile>()
  const add = (image: LiveImage | null | undefined, said: Omit<ReleaseFile, 'media' | 'image'>) => {
    if (image && !files.has(image.id)) files.set(image.id, { media: image, image, ...said })
  }
  for (const { mediaId, title } of downloadsIn(body)) {
    const document = documents.get(mediaId)
    const named = document && (title.trim() ? { ...document, title: title.trim(), titleIn: undefined } : document)
    if (named) {
      files.set(mediaId, { media: named, title: named.title, titleIn: named.titleIn, as: slugify(named.title) })
    }
  }
  const heroImage = hero && images.get(hero.mediaId)
  if (heroImage)
    add(heroImage, {
      title: t('hero-file'),
      as: pictureFilename(heroImage, { use: hero, headline, place: 0, language }),
      use: hero,
    })
  for (const [place, use] of imagesIn(body).entries()) {
    const image = images.get(use.mediaId)
    if (!image) continue
    const { title, titleIn } = pictureTitle(image, use)
    const as = pictureFilename(image, { use, headline, place: place + 1, language })
    add(image, { title: title || t('image-file', { number: place + 1 }), titleIn, as, use })
  }
  for (const { person } of cards) {
    const title = t('portrait-file', { name: person.name })
    add(person.portrait, { title, as: slugify(title) })
  }
  return [...files.values()]
}

/** Returns the tables of a live release as downloads. */
function tableDownloads({ body, slug }: LiveRelease, language: Language): Download[] {
  const t = translator(language, 'newsroom')
  return tableFiles(body).map(({ number, title, csv }) => ({
    href: tablePath(language, slug, number),
    format: 'CSV',
    title: title || t('table-file', { number }),
    facts: formatBytes(Buffer.byteLength(csv), language),
  }))
}

/** Returns the same as downloads, with the tables; and before them the press kit. A draft has neither of these. */
export function downloadsOf(release: LiveRelease, language: Language, pressKit?: string): Download[] {
  const t = translator(language, 'newsroom')
  const files = releaseFiles(release, language)
  const bytes = files.reduce((sum, { media }) => sum + media.bytes, 0)
  const facts = [
    bytes > 0 && formatBytes(bytes, language),
    t('kit.holds', { count: files.length, quotes: quotesIn(release.body).length }),
  ]
  const all = { href: pressKit ?? '', format: 'ZIP', title: t('kit.all'), facts: facts.filter(Boolean).join(', ') }
  return [
    ...(pressKit ? [all] : []),
    ...files.map(({ media, title, titleIn, as, image }) =>
      image
        ? { ...originalOf(image, { title, as, language }), titleIn }
        : documentDownload(media as LiveDocument, language),
    ),
    ...(pressKit ? tableDownloads(release, language) : []),
  ]
}
