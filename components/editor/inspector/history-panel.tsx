'use client'
/** The latest versions of the text, each with a link that compares it with the draft. */
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { DisplayStatus } from '#components/ui/status-glyph.tsx'
import { dayText } from '#lib/time/phrases.ts'
import { momentOf, VersionLine } from '../../compare/version-line.tsx'
import type { EditorProps } from '../types.ts'

interface Props {
  releaseId: string
  history: EditorProps['history']
  user: EditorProps['user']
  displayStatus: DisplayStatus
}

export function HistoryPanel({ releaseId, history, user, displayStatus }: Props) {
  const t = useText('history')
  const clock = useLocale()
  const versionContext = { t, clock: { ...clock, now: new Date() }, userId: user.id, displayStatus }
  const days = Map.groupBy(history, (version) => dayText(momentOf(version), clock))
  const page = `/studio/releases/${releaseId}/history`
  const draft = history.find((version) => version.isDraft)
  return (
    <section className="panel-sec timeline" aria-label={t('latest')}>
      {[...days].map(([day, versions]) => (
        <div key={day}>
          <h3>{day}</h3>
          <ol>
            {versions.map((version) => (
              <li key={version.id}>
                {version.isDraft || !draft ? (
                  <div className="version">
                    <VersionLine version={version} versionContext={versionContext} />
                  </div>
                ) : (
                  <a href={`${page}?from=${version.id}&to=${draft.id}`}>
                    <VersionLine version={version} versionContext={versionContext} />
                    <span className="end-tag">{t('compare-with-now')}</span>
                  </a>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
      <p className="all">
        <a href={page}>{t('whole-history')}</a>
      </p>
    </section>
  )
}
