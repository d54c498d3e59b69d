/** Lists what journalists may download: each file with its format, measures, size and terms. */
import type { LiveDocument, LiveImage } from '#db/live/media.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { downloadsIn, imagesIn, quotesIn } from '#lib/document/rich-text.ts'
import { formatBytes, formatPixels } from '#lib/format.ts'
import { imageTypeOf } from '#lib/images/image-type.ts'
import type { Language } from '#lib/locale.ts'
import { licenceName } from '#lib/media/licence.ts'
import { translator } from '#lib/messages.ts'
import { fileUrl, tablePath } from '#lib/urls.ts'
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

/** Whether there is a picture among the files: only then may they be called pictures and files. */
export const havePictures = (files: Download[]): boolean => files.some(({ isPicture }) => isPicture)

/** Returns the image as it was uploaded. */
export function originalOf(image: LiveImage, title: string, language: Language): Download {
  const type = imageTypeOf(image.mime) ?? 'jpg'
  const facts = [
    formatPixels(image.width, image.height),
    formatBytes(image.bytes, language),
    image.licence && licenceName(image.licence, language),
  ]
  return {
    href: fileUrl(image, `original.${type}`),
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
export function webSizeOf(image: LiveImage, title: string): Download[] {
  const size = image.renditions.findLast(({ width }) => width <= 1_280)
  if (!size || size.width === image.width) return []
  return [
    {
      href: fileUrl(image, `${size.width}.jpg`),
      format: 'JPEG',
      title,
      facts: formatPixels(size.width, size.height),
    },
  ]
}

/** Returns the beginning of a caption: as many sentences as it takes to name the image. */
export function opening(caption: string): string {
  const [first = '', ...rest] = caption.split(/(?<=[.!?])\s/)
  const next = rest.join(' ')
  return first.length < 20 && next ? `${first} ${opening(next)}` : first.replace(/\.$/, '')
}

/** A file of a release, and its title there. */
export interface ReleaseFile {
  media: LiveImage | LiveDocument
  title: string
  titleIn?: Language | undefined
  /** The image, if the file is one. */
  image: LiveImage | undefined
}

/**
 * Returns every file of a release: the documents, the hero, the images in the text, the portraits on its cards; each
 * once.
 */
export function releaseFiles({ hero, body, images, documents, cards }: LiveRelease, language: Language): ReleaseFile[] {
  const t = translator(language, 'newsroom')
  const files = new Map<string, ReleaseFile>()
  const add = (image: LiveImage | null | undefined, title: string, titleIn?: Language) => {
    if (image && !files.has(image.id)) files.set(image.id, { media: image, title, titleIn, image })
  }
  for (const { mediaId, title } of downloadsIn(body)) {
    const document = documents.get(mediaId)
    const named = document && (title.trim() ? { ...document, title: title.trim(), titleIn: undefined } : document)
    if (named) files.set(mediaId, { media: named, title: named.title, titleIn: named.titleIn, image: undefined })
  }
  if (hero) add(images.get(hero.mediaId), t('hero-file'))
  for (const [place, { mediaId, caption }] of imagesIn(body).entries()) {
    const image = images.get(mediaId)
    const fromLibrary = caption ? '' : opening(image?.caption ?? '')
    const named = opening(caption) || fromLibrary || t('image-file', { number: place + 1 })
    add(image, named, fromLibrary ? image?.captionIn : undefined)
  }
  for (const { person } of cards) add(person.portrait, t('portrait-file', { name: person.name }))
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
    ...files.map(({ media, title, titleIn, image }) =>
      image ? { ...originalOf(image, title, language), titleIn } : documentDownload(media as LiveDocument, language),
    ),
    ...(pressKit ? tableDownloads(release, language) : []),
  ]
}
