import type { LivePosition } from '#db/live/people.ts'
import type { Language } from '#lib/locale.ts'

/** A text, marked with its language where that is not the page's. */
export const LocalizedText = ({ text, lang }: { text: string; lang: Language | undefined }) =>
  lang ? <span lang={lang}>{text}</span> : text

/** A position and its organisation on one line. */
export const PositionLine = ({ role: { title, organisation, titleIn, organisationIn } }: { role: LivePosition }) => (
  <>
    <LocalizedText text={title} lang={titleIn} />
    {title && organisation && ', '}
    <LocalizedText text={organisation} lang={organisationIn} />
  </>
)
