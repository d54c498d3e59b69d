import './versions.css'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import type { LiveVersion } from '#db/live/published/versions.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { translator } from '#lib/messages.ts'
import { formatMoment, formatSpan } from '#lib/time/format.ts'
import { comparisonPath, pathTo } from '#lib/urls.ts'
import { keyed } from '../../rich-text/keyed.ts'
import { WordChanges } from '../../rich-text/word-changes.tsx'
import { DateTime } from '../date-time.tsx'
import { type ComparedLine, compareVersions } from './compare-versions.ts'

interface End extends LiveVersion {
  release: LiveRelease
}

interface Props {
  release: LiveRelease
  versions: LiveVersion[]
  before: End
  after: End
  newsroom: LiveNewsroom
}

/** Two versions of a release: what was added and removed between them, and what else they can be compared with. */
export function VersionComparison({ release, versions, before, after, newsroom }: Props) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const said = { added: t('said-added'), removed: t('said-removed') }
  const { title, lines, changes } = compareVersions(before.release, after.release, {
    picture: (words) => t('picture-of', { words }),
    meeting: ({ startsAt, endsAt, place }) =>
      [formatSpan(startsAt, endsAt, newsroom), place].filter(Boolean).join(', '),
  })
  return (
    <div className="axis">
      <div className="in-margin meta">
        <p className="kicker">{t('comparison')}</p>
        <p>
          {t.rich('comparison-of', {
            before: () => <DateTime key="before" date={before.at} clock={newsroom} />,
            after: () => <DateTime key="after" date={after.at} clock={newsroom} />,
          })}
        </p>
        <p>
          <a href={pathTo(language, 'news', release.slug)}>{t('to-the-text')}</a>
        </p>
      </div>
      <div className="in-main">
        <h1 className="compared-title">
          <WordChanges words={title} said={said} />
        </h1>
        <p className="compared-count">{t('comparison-count', { count: changes })}</p>
        <div className="compared">
          {keyed(runsOf(lines)).map(({ key, block: run }) => (
            <Run key={key} run={run} said={said} newsroom={newsroom} />
          ))}
        </div>
        <OtherPairs {...{ release, versions, before, after, newsroom }} />
      </div>
    </div>
  )
}

/** Lines that have changed stand each by itself, and those that are alike together. */
function runsOf(lines: ComparedLine[]): ComparedLine[][] {
  const runs: ComparedLine[][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last && !line.isChanged && !last[0]?.isChanged) last.push(line)
    else runs.push([line])
  }
  return runs
}

interface RunProps {
  run: ComparedLine[]
  said: { added: string; removed: string }
  newsroom: LiveNewsroom
}

function Run({ run, said, newsroom: { language } }: RunProps) {
  const t = translator(language, 'newsroom')
  const words = keyed(run).map(({ key, block: line }) => (
    <p key={key} className={line.isChanged ? 'changed' : undefined}>
      {line.isMoved && <em>{t('said-moved')} </em>}
      <WordChanges words={line.words} said={said} />
    </p>
  ))
  if (run[0]?.isChanged) return words
  return (
    <details className="alike">
      <summary>{t('comparison-alike', { count: run.length })}</summary>
      {words}
    </details>
  )
}

/** Links to the comparisons of either version with each of the others. */
function OtherPairs({ release, versions, before, after, newsroom }: Props) {
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const others = versions.filter(
    ({ number, removed }) => !removed && number !== before.number && number !== after.number,
  )
  if (others.length === 0) return null
  return [before, after].map((end) => {
    const id = `compare-${end.number}`
    return (
      <nav key={id} className="other-pairs" aria-labelledby={id}>
        <p id={id}>{t('compare-also', { when: formatMoment(end.at, newsroom) })}</p>
        <ul>
          {others.map(({ number, at }) => {
            const [older = 1, newer = 1] = [number, end.number].sort((one, other) => one - other)
            return (
              <li key={number}>
                <a href={comparisonPath(language, release.slug, older, newer)}>
                  {t('version-with', { when: formatMoment(at, newsroom) })}
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
    )
  })
}
