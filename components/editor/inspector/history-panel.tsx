'use client'
/** What the text has been: its versions, who wrote them and why each was kept. */
import { useLocale, useText } from '#components/ui/messages.tsx'
import { type Standing, StatusGlyph } from '#components/ui/status-glyph.tsx'
import type { RevisionReason } from '#db/types.ts'
import { clockTime, dayText } from '../times.ts'
import type { EditorProps } from '../types.ts'

interface Props {
  history: EditorProps['history']
  user: EditorProps['user']
  standing: Standing
}

export function HistoryPanel({ history, user, standing }: Props) {
  const t = useText('editor')
  const clock = useLocale()
  const days = Map.groupBy(history, (version) => dayText(new Date(version.savedAt), clock))
  const glyph = (version: Props['history'][number]): Standing => {
    if (!version.isLive) return 'draft'
    return standing === 'scheduled' || standing === 'withdrawn' ? standing : 'live'
  }
  const nameOf = (version: Props['history'][number]) =>
    version.savedBy?.id === user.id ? t('you') : (version.savedBy?.name ?? t('the-newsroom'))
  return (
    <section className="panel-sec timeline" aria-label={t('history')}>
      {[...days].map(([day, versions]) => (
        <div key={day}>
          <h3>{day}</h3>
          <ol>
            {versions.map((version) => (
              <li key={version.id}>
                <div className="version">
                  <time dateTime={version.savedAt}>{clockTime(new Date(version.savedAt), clock)}</time>
                  <StatusGlyph standing={glyph(version)} />
                  <span>{t(reasonKeys[version.reason], { name: nameOf(version) })}</span>
                  {version.isDraft && <span className="m">{t('version-now')}</span>}
                  {version.isLive && (
                    <span className="m">{t(standing === 'scheduled' ? 'version-planned' : 'version-live')}</span>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  )
}

const reasonKeys = {
  autosave: 'reason-autosave',
  save: 'reason-save',
  publish: 'reason-publish',
  takeover: 'reason-takeover',
  aside: 'reason-aside',
  restore: 'reason-restore',
} as const satisfies Record<RevisionReason, string>
