import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import type { Download } from './downloads.ts'

/** Files to download, each with its format, its measures and its terms. */
export const FileList = ({ files, language }: { files: Download[]; language: Language }) => (
  <ul className="files rows">
    {files.map(({ href, format, title, titleIn, facts }) => (
      <li key={href}>
        <span className="fmt">{format}</span>{' '}
        <div>
          <a href={href} lang={titleIn} download>
            {hyphenateText(title, titleIn ?? language)}
          </a>{' '}
          <span className="facts">{facts}</span>
        </div>
      </li>
    ))}
  </ul>
)
