import type { LiveImage } from '#db/live/media.ts'
import type { Gallery } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { Credit, hasCredit } from '../newsroom/credit.tsx'
import { Picture } from '../newsroom/picture.tsx'
import { altOf } from './figure.tsx'
import { keyed } from './keyed.ts'

/** Images side by side, each with its caption and credit under it. The first of an odd number is shown larger. */
export function GalleryGrid({
  gallery,
  images,
  language,
}: {
  gallery: Gallery
  images: Map<string, LiveImage>
  language: Language
}) {
  const shown = gallery.content.flatMap(({ attrs: use }) => {
    const image = images.get(use.mediaId)
    return image ? [{ use, image }] : []
  })
  if (shown.length === 0) return null
  const t = translator(language, 'newsroom')
  return (
    <ul className="gallery" aria-label={t('gallery', { count: shown.length })}>
      {keyed(shown).map(({ key, block: { use, image } }) => (
        <li key={key}>
          <figure>
            <Picture image={image} alt={altOf(use)} size={key === '0' && shown.length % 2 ? 'main' : 'half'} />
            {(use.caption || hasCredit(image, language)) && (
              <figcaption>
                {use.caption} <Credit image={image} language={language} />
              </figcaption>
            )}
          </figure>
        </li>
      ))}
    </ul>
  )
}
