import type { LiveMeeting } from '#db/live/meetings/meeting.ts'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { translator } from '#lib/messages.ts'
import { CopyStatus } from '../copy-quote.tsx'
import { Icon } from '../layout/icon.tsx'
import { MeetingTools } from '../meetings/meeting-tools.tsx'
import { type Download, havePictures } from './downloads.ts'

/**
 * A journalist's tools for a release: links to its contacts and files, and buttons that copy and print it. The buttons
 * need script, so a style sheet hides them without it.
 */
export function ReleaseTools({
  newsroom,
  reachable,
  files,
  meeting,
  link,
}: {
  newsroom: LiveNewsroom
  reachable: boolean
  files: Download[]
  /** The press meeting one can sign up for, and the address of its invitation. */
  meeting: (Pick<LiveMeeting, 'state'> & { slug: string }) | undefined
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
        {meeting && <MeetingTools meeting={meeting} language={newsroom.language} />}
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
