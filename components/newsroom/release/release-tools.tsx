import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { translator } from '#lib/messages.ts'
import { CopyStatus } from '../copy-quote.tsx'
import { Icon } from '../layout/icon.tsx'
import { type Download, havePictures } from './downloads.ts'

/**
 * A journalist's tools for a release: links to its contacts and files, and buttons that copy and print it. The buttons
 * need script, so a style sheet hides them without it.
 */
export function ReleaseTools({
  newsroom,
  reachable,
  files,
  link,
}: {
  newsroom: LiveNewsroom
  reachable: boolean
  files: Download[]
  link: string
}) {
  const t = translator(newsroom.language, 'newsroom')
  const buttons = [
    ['copy-text', 'copy'],
    ['copy-link', 'link'],
    ['print', 'print'],
  ] as const
  return (
    <div className="tools in-margin">
      <ul>
        {reachable && (
          <li>
            <a href={`#${t('anchors.contacts')}`}>
              <Icon name="phone" />
              {t('press-contact')}
            </a>
          </li>
        )}
        {files.length > 0 && (
          <li>
            <a href={`#${t('anchors.files')}`}>
              <Icon name="download" />
              {t(havePictures(files) ? 'files-count' : 'files-only-count', { count: files.length })}
            </a>
          </li>
        )}
        {buttons.map(([tool, icon]) => (
          <li key={tool} className="js">
            <button type="button" data-tool={tool}>
              <Icon name={icon} />
              {t(tool)}
            </button>
          </li>
        ))}
      </ul>
      <CopyStatus newsroom={newsroom} source={t('source', { name: newsroom.name, url: link })} link={link} />
    </div>
  )
}
