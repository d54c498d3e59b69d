import type { ReactNode } from 'react'
import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import type { Language } from '#lib/locale.ts'
import { shapeOf } from '../review-note.ts'
import { titleOf } from '../title-of.ts'

interface Props {
  release: ListedRelease
  /** The language of the member. */
  language: Language
  /** Where the title leads, if not to the text as such. */
  href?: string
  /** What is shown below the title. */
  facts: ReactNode
  /** Words of somebody, below that. */
  said?: string
  /** The buttons and links of the row. */
  children?: ReactNode
}

/** A release in a list of the desk. */
export function ReleaseRow({ release, language, href, facts, said, children }: Props) {
  return (
    <li>
      <StatusGlyph displayStatus={shapeOf(release)} />
      <div>
        <a className="t" href={href ?? `/studio/releases/${release.id}`} lang={release.language}>
          {titleOf(release, language)}
        </a>
        <p className="m">{facts}</p>
        {said && <blockquote>{said}</blockquote>}
      </div>
      {children && <div className="do also">{children}</div>}
    </li>
  )
}
