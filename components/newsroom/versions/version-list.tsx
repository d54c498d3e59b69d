import './versions.css'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LiveVersion } from '#db/live/published/versions.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { formatMoment, yearIn } from '#lib/time/format.ts'
import { comparisonPath, versionPath } from '#lib/urls.ts'
import { DateTime } from '../date-time.tsx'
import { PageSection } from '../layout/page-section.tsx'

interface Props {
  release: Pick<LiveRelease, 'slug' | 'publishAt'>
  versions: LiveVersion[]
  /** The number of the version on this page. */
  shown: number
  newsroom: LiveNewsroom
}

/** The versions of a release, the latest first: when each came, what it changed, and where to read and compare it. */
export function VersionList({ release, versions, shown, newsroom }: Props) {
  const t = translator(newsroom.language, 'newsroom')
  if (versions.length < 2) return null
  return (
    <PageSection id={t('anchors.versions')} title={t('versions')} className="no-print">
      <ol className="versions rows">
        {versions.map((version) => (
          <Row key={version.number} version={version} release={release} shown={shown} newsroom={newsroom} />
        ))}
      </ol>
    </PageSection>
  )
}

function Row({ version, release, shown, newsroom }: Omit<Props, 'versions'> & { version: LiveVersion }) {
  const { language, timeZone } = newsroom
  const { number, at, removed } = version
  const t = translator(language, 'newsroom')
  const when = formatMoment(at, newsroom)
  const ends = [number, shown].sort((one, other) => one - other)
  return (
    <li>
      <span className="when">
        <DateTime date={at} clock={newsroom} year={yearIn(at, timeZone) !== yearIn(release.publishAt, timeZone)} />
      </span>
      <span>{hyphenateText(whatChanged(version, newsroom), language)}</span>
      <span>
        {number === shown ? (
          <span className="here">{t('version-here')}</span>
        ) : removed ? (
          <a href={versionPath(language, release.slug, number)}>{t('version-removed')}</a>
        ) : (
          <>
            <a href={versionPath(language, release.slug, number)}>
              {t('version-read')}
              <span className="vh"> {t('version-from', { when })}</span>
            </a>{' '}
            <span aria-hidden="true">·</span>{' '}
            <a href={comparisonPath(language, release.slug, ends[0] ?? 1, ends[1] ?? 1)}>
              {t('version-compare')}
              <span className="vh"> {t('version-with', { when })}</span>
            </a>
          </>
        )}
      </span>
    </li>
  )
}

/** Returns what a version changed, in the words that readers were told. */
function whatChanged({ told }: LiveVersion, { language }: Pick<LiveNewsroom, 'language'>): string {
  const t = translator(language, 'newsroom')
  if (!told) return t('version-first')
  return told.kind === 'correction' ? `${t('correction')}: ${told.text}` : told.text
}
