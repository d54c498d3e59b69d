import type { LiveImage } from '#db/live/media.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { licenceName } from '#lib/media/licence.ts'
import { sourceTypeLabel } from '#lib/media/source-type.ts'

/** Whether there is anything to say of who made an image, on what terms, and how. */
export const hasCredit = ({ credit, licence, digitalSourceType }: LiveImage, language: Language): boolean =>
  Boolean(credit || licence.startsWith('cc') || sourceTypeLabel(digitalSourceType, language))

/**
 * Names who made an image and, where others may use it, on what terms; and how it was made where it is not a photograph.
 */
export function Credit({ image, language }: { image: LiveImage; language: Language }) {
  const { credit, licence, digitalSourceType } = image
  const terms = licence.startsWith('cc') ? licenceName(licence, language) : ''
  const text = [credit, terms].filter(Boolean).join('. ')
  const label = sourceTypeLabel(digitalSourceType, language)
  return (
    <>
      {text && <span className="credit">{hyphenateText(text, language)}</span>}{' '}
      {label && <span className="how-made">{label}</span>}
    </>
  )
}
