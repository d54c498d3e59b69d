import type { LiveImage } from '#db/live/media.ts'
import type { Image } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { Credit, hasCredit } from '../newsroom/credit.tsx'
import { Picture } from '../newsroom/picture.tsx'

/** Returns the alternative text of this use of the image: empty where the writer chose so. */
export const altOf = (use: Image['attrs']): string => (use.altDecision === 'describe' ? use.alt : '')

/** An image in the text, with its caption and credit in the margin. */
export const ImageFigure = ({
  use,
  image,
  language,
}: {
  use: Image['attrs']
  image: LiveImage
  language: Language
}) => (
  <figure className="wide">
    <Picture image={image} alt={altOf(use)} size="whole" />
    {(use.caption || hasCredit(image, language)) && (
      <figcaption>
        {use.caption} <Credit image={image} language={language} />
      </figcaption>
    )}
  </figure>
)
