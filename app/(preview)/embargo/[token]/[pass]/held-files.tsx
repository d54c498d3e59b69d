/** The files of a text under embargo. Each is fetched by a button, since only what is sent counts. */
import { releaseFiles } from '#components/newsroom/release/downloads.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { formatBytes } from '#lib/format.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { fileTypeOf } from '#lib/media/library-item.ts'
import { translator } from '#lib/messages.ts'

interface Props {
  release: LiveRelease
  language: Language
  action: string
}

export function HeldFiles({ release, language, action }: Props) {
  const t = translator(language, 'embargo')
  const made = [
    { file: 'kit', format: 'ZIP', title: t('kit') },
    { file: 'word', format: 'DOCX', title: t('word') },
    { file: 'ninjs', format: 'JSON', title: t('ninjs') },
  ].map((one) => ({ ...one, titleIn: undefined, facts: '' }))
  const stored = releaseFiles(release, language).map(({ media, title, titleIn, image }) => ({
    file: media.id,
    format: ('type' in media ? media.type : fileTypeOf(media.mime)).toUpperCase(),
    title,
    titleIn,
    facts: [formatBytes(media.bytes, language), image && t('file-marked')].filter(Boolean).join(', '),
  }))
  return (
    <form method="post" action={action}>
      <ul className="files rows">
        {[...made, ...stored].map(({ file, format, title, titleIn, facts }) => (
          <li key={file}>
            <span className="fmt">{format}</span>{' '}
            <div>
              <button type="submit" name="file" value={file} lang={titleIn}>
                {hyphenateText(title, titleIn ?? language)}
              </button>{' '}
              <span className="facts">{facts}</span>
            </div>
          </li>
        ))}
      </ul>
    </form>
  )
}
