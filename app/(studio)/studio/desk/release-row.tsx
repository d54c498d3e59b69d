import type { ReactNode } from 'react'
import { StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { ListedRelease } from '#db/releases/list.ts'
import type { Language } from '#lib/locale.ts'
import { titleOf } from '../title-of.ts'

interface Props {
  release: ListedRelease
  /** The language of the member. */
  language: Language
  /** What is shown below the title. */
  facts: ReactNode
  /** The buttons and links of the row. */
  children: ReactNode
}

/** A release in a list of the desk. */
export function ReleaseRow({ release, language, facts, children }: Props) {
  return (
    <li>
      <StatusGlyph displayStatus={release.displayStatus} />
      <div>
        <a className="t" href={`/studio/releases/${release.id}`} lang={release.language}>
          {titleOf(release, language)}
        </a>
        <p className="m">{facts}</p>
      </div>
      <div className="do also">{children}</div>
    </li>
  )
}
