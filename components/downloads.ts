/** What journalists may take: each file with its format, measures, weight and terms. */
import type { LiveDocument, LiveImage } from '#db/live-media.ts'
import type { LiveRelease } from '#db/live-release.ts'
import { formatBytes, formatPixels } from '#lib/format.ts'
import { imageTypeOf } from '#lib/images/image-type.ts'
import { licenceName } from '#lib/licence.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { downloadsIn, imagesIn } from '#lib/rich-text.ts'
import { fileUrl } from '#lib/urls.ts'

export interface Download {
  href: string
  format: string
  title: string
  facts: string
}

/** The image as it was uploaded. */
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
  }
}

/** A document of the library, by the title it has there. */
export function documentDownload(document: LiveDocument, language: Language): Download {
  const { type, title, bytes } = document
  return {
    href: fileUrl(document, `original.${type}`),
    format: type.toUpperCase(),
    title,
    facts: formatBytes(bytes, language),
  }
}

/** A smaller JPEG of it, where the original is larger than a web page needs. */
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

/** The opening of a caption, as many sentences as it takes to name the picture. */
function opening(caption: string): string {
  const [first = '', ...rest] = caption.split(/(?<=[.!?])\s/)
  const next = rest.join(' ')
  return first.length < 20 && next ? `${first} ${opening(next)}` : first.replace(/\.$/, '')
}

/** Everything to take away: the documents, the hero, the pictures in the text, the portraits on its cards; each once. */
export function downloadsOf({ hero, body, images, documents, cards }: LiveRelease, language: Language): Download[] {
  const t = translator(language, 'newsroom')
  const downloads = new Map<string, Download>()
  const add = (image: LiveImage | null | undefined, title: string) => {
    if (image && !downloads.has(image.id)) downloads.set(image.id, originalOf(image, title, language))
  }
  for (const { mediaId, title } of downloadsIn(body)) {
    const document = documents.get(mediaId)
    const named = document && { ...document, title: title.trim() || document.title }
    if (named) downloads.set(mediaId, documentDownload(named, language))
  }
  if (hero) add(images.get(hero.mediaId), t('hero-file'))
  for (const [place, { mediaId, caption }] of imagesIn(body).entries()) {
    const image = images.get(mediaId)
    add(image, opening(caption || image?.caption || '') || t('image-file', { number: place + 1 }))
  }
  for (const { person } of cards) add(person.portrait, t('portrait-file', { name: person.name }))
  return [...downloads.values()]
}
