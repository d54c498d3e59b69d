import { momentOf, type VersionContext, VersionLine } from '#components/compare/version-line.tsx'
import type { Version } from '#db/releases/history.ts'
import { daysBetween } from '#lib/time/days.ts'
import { isoDay } from '#lib/time/format.ts'
import { capital, clockTime, dayName, longDay } from '#lib/time/phrases.ts'
import type { HistoryPage } from './history-page.ts'
import { type HistoryParams, historyPath } from './history-params.ts'

interface Props {
  page: HistoryPage
  historyParams: HistoryParams
  versionContext: VersionContext
}

/** The versions by day, latest first. Each links to its comparison with the one before it. */
export function Timeline({ page, historyParams, versionContext }: Props) {
  const { versions, beyond, beginning, release } = page
  const { t, clock } = versionContext
  const listed = [...versions, ...(beyond ? [beyond] : [])]
  const previous = new Map(versions.map((version, at) => [version.id, listed[at + 1]]))
  // A version stands where it was published, which may be after somebody saved another.
  const inOrder = versions.toSorted((a, b) => momentOf(b).getTime() - momentOf(a).getTime())
  const days = Map.groupBy(inOrder, (version) => isoDay(momentOf(version), clock.timeZone))
  const line = (version: Version) => (
    <Entry key={version.id} {...{ version, page, historyParams, versionContext }} previous={previous.get(version.id)} />
  )
  return (
    <section className="timeline" aria-labelledby="versions">
      <h2 className="vh" id="versions">
        {t('versions')}
      </h2>
      {historyParams.before && (
        <p>
          <a href={historyPath(release.id, { ...historyParams, before: undefined })}>{t('latest-versions')}</a>
        </p>
      )}
      {[...days].map(([day, ofDay]) => (
        <div key={day}>
          <h3>{dayHeading(day, versionContext)}</h3>
          {runsOf(ofDay, page).map((run) =>
            run.folded ? (
              <details key={run.versions[0]?.id}>
                <summary>{t('automatic', { count: run.versions.length })}</summary>
                <ol>{run.versions.map(line)}</ol>
              </details>
            ) : (
              <ol key={run.versions[0]?.id}>{run.versions.map(line)}</ol>
            ),
          )}
        </div>
      ))}
      {beyond ? (
        <p className="older">
          <a href={historyPath(release.id, { ...historyParams, before: versions.at(-1)?.id })}>{t('older-versions')}</a>
        </p>
      ) : (
        beginning && (
          <p className="older">
            {t('began', {
              name: beginning.by?.id === versionContext.userId ? t('you') : (beginning.by?.name ?? t('the-newsroom')),
              when: `${dayName(beginning.at, clock)} ${clockTime(beginning.at, clock)}`,
            })}
          </p>
        )
      )}
    </section>
  )
}

/** The heading of a day: “I dag, tisdag 24 november”. */
function dayHeading(day: string, { clock }: VersionContext): string {
  const today = isoDay(clock.now, clock.timeZone)
  const long = longDay(day, clock.language, { year: day.slice(0, 4) !== today.slice(0, 4) })
  const away = daysBetween(day, today)
  if (away !== 0 && away !== 1) return capital(long)
  return `${capital(dayName(new Date(clock.now.getTime() - away * 86_400_000), clock))}, ${long}`
}

/**
 * Groups automatic versions that arose when writers took turns, and folds groups of many unless one is being compared.
 */
function runsOf(versions: Version[], { from, to }: HistoryPage): { folded: boolean; versions: Version[] }[] {
  const isPlain = (version: Version) =>
    version.reason === 'takeover' && !version.name && version.id !== from.id && version.id !== to.id
  const runs: { folded: boolean; versions: Version[] }[] = []
  for (const version of versions) {
    const last = runs.at(-1)
    if (last && last.folded === isPlain(version)) last.versions.push(version)
    else runs.push({ folded: isPlain(version), versions: [version] })
  }
  return runs.map((run) => ({ ...run, folded: run.folded && run.versions.length > 2 }))
}

function Entry({
  version,
  previous,
  page,
  historyParams,
  versionContext,
}: Props & { version: Version; previous?: Version }) {
  const { from, to, release } = page
  const end = version.id === to.id ? 'to' : version.id === from.id ? 'from' : undefined
  const here = { ...historyParams, plain: false, from: previous?.id ?? version.id, to: version.id }
  return (
    <li className={end && 'is-end'}>
      <a href={`${historyPath(release.id, here)}#comparison`} aria-current={end ? 'true' : undefined}>
        <VersionLine version={version} versionContext={versionContext} />
        {end && <span className="end-tag">{versionContext.t(end === 'to' ? 'is-to' : 'is-from')}</span>}
      </a>
    </li>
  )
}
