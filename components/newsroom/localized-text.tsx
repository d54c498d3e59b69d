import type { LivePosition } from '#db/live/people.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'

interface Reader {
  /** The language of the page. */
  language: Language
}

/**
 * A text, marked with its language where that is not the page's. It runs in its own direction whatever stands beside
 * it, and long words may break.
 */
export const LocalizedText = ({ text, lang, language }: Reader & { text: string; lang: Language | undefined }) => (
  <bdi lang={lang}>{hyphenateText(text, lang ?? language)}</bdi>
)

/** A position and its organisation on one line. */
export const PositionLine = ({
  role: { title, organisation, titleIn, organisationIn },
  language,
}: Reader & { role: LivePosition }) => (
  <>
    <LocalizedText text={title} lang={titleIn} language={language} />
    {title && organisation && ', '}
    <LocalizedText text={organisation} lang={organisationIn} language={language} />
  </>
)
