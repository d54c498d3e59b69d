import type { LiveRole } from '#db/live/people.ts'
import type { Language } from '#lib/locale.ts'

/** A text, marked with its language where that is not the page's. */
export const Said = ({ text, lang }: { text: string; lang: Language | undefined }) =>
  lang ? <span lang={lang}>{text}</span> : text

/** A position and its organisation on one line. */
export const RoleLine = ({ role: { title, organisation, titleIn, organisationIn } }: { role: LiveRole }) => (
  <>
    <Said text={title} lang={titleIn} />
    {title && organisation && ', '}
    <Said text={organisation} lang={organisationIn} />
  </>
)
