import type { LiveDocument } from '#db/live/media.ts'
import type { Download } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { Icon } from '../newsroom/layout/icon.tsx'
import { LocalizedText } from '../newsroom/localized-text.tsx'
import { documentDownload } from '../newsroom/release/downloads.ts'

/** A document to download: its title in this text, its type and its size. */
export function DownloadLink({
  use,
  document,
  language,
}: {
  use: Download['attrs']
  document: LiveDocument
  language: Language
}) {
  const { href, format, title, titleIn, facts } = documentDownload(document, language)
  return (
    <p className="take">
      <a href={href} download>
        <Icon name="download" />
        <span>
          {use.title.trim() || <LocalizedText text={title} lang={titleIn} language={language} />}{' '}
          <span className="facts">
            {format}, {facts}
          </span>
        </span>
      </a>
    </p>
  )
}
