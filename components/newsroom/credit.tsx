import type { LiveImage } from '#db/live/media.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { licenceName } from '#lib/media/licence.ts'

/** Names who made an image and, where others may use it, on what terms. */
export function Credit({ image: { credit, licence }, language }: { image: LiveImage; language: Language }) {
  const terms = licence.startsWith('cc') ? licenceName(licence, language) : ''
  const text = [credit, terms].filter(Boolean).join('. ')
  return text ? <span className="credit">{hyphenateText(text, language)}</span> : null
}
