import type { Picture } from '#components/editor/choices.tsx'
import type { Media } from '#db/schema.ts'
import { inLanguage, type Language } from '#lib/locale.ts'
import { fileUrl } from '#lib/urls.ts'

/** An image of the library as the editor shows it. */
export function asPicture(media: Media, language: Language): Picture {
  const sizes = media.renditions.toSorted((a, b) => a.width - b.width)
  const size = sizes.find(({ width }) => width >= 960) ?? sizes.at(-1) ?? media
  return {
    id: media.id,
    src: fileUrl(media.id, `${size.width}.webp`),
    filename: media.filename,
    width: size.width,
    height: size.height,
    credit: media.credit,
    alt: inLanguage(media.alt, language),
    caption: inLanguage(media.caption, language),
  }
}
