import type { ArchivePeriod } from '#db/live/archive.ts'
import type { Kind } from '#db/types.ts'
import { formatNumber } from '#lib/format.ts'
import { withSoftHyphens } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { formatPeriod, type Period, periodParts } from '#lib/time/period.ts'
import { pathTo, periodPath } from '#lib/urls.ts'

interface Shown {
  language: Language
  period: Period | undefined
}

interface LinkedKind {
  kind: Kind
  name: string
  path: string
  releases: number
}

/** Links to the years, in a year to its months, to the ones before and after what the reader sees, and to the kinds. */
export function ArchiveNav({
  years,
  months,
  kinds,
  kind,
  ...shown
}: Shown & { years: ArchivePeriod[]; months: ArchivePeriod[]; kinds: LinkedKind[]; kind: Kind | undefined }) {
  const { language, period } = shown
  const t = translator(language, 'newsroom')
  if (years.length === 0) return null
  const steps = period?.month === undefined ? years.toReversed() : months
  const at = steps.findIndex((one) => one.year === period?.year && one.month === period?.month)
  const [older, newer] = at < 0 ? [] : [steps[at - 1], steps[at + 1]]
  return (
    <nav className="in-margin archive" aria-label={t('archive.title')}>
      {period && (
        <>
          <h2>{t('archive.months')}</h2>
          <ul>
            <Entry {...shown} to={{ year: period.year }} text={t('archive.whole', { year: `${period.year}` })} />
            {months.map((one) => (
              <Entry key={one.month} {...shown} to={one} text={formatPeriod(one, language, { year: false })} />
            ))}
          </ul>
        </>
      )}
      <h2>{t('archive.years')}</h2>
      <ul>
        <li>
          <a href={pathTo(language, 'news')} aria-current={period || kind ? undefined : 'page'}>
            {t('archive.all')}
          </a>
        </li>
        {years.map((one) => (
          <Entry key={one.year} {...shown} to={one} text={`${one.year}`} />
        ))}
      </ul>
      {kinds.length > 1 && (
        <>
          <h2>{t('archive.kinds')}</h2>
          <ul>
            {kinds.map((one) => (
              <li key={one.kind}>
                <a href={one.path} aria-current={one.kind === kind ? 'page' : undefined}>
                  {withSoftHyphens(one.name, language)}{' '}
                  <span className="num">{formatNumber(one.releases, language)}</span>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {(older || newer) && (
        <p>
          {older && <Step {...shown} to={older} rel="prev" label={t('archive.older')} />}{' '}
          {newer && <Step {...shown} to={newer} rel="next" label={t('archive.newer')} />}
        </p>
      )}
    </nav>
  )
}

const addressOf = (language: Language, to: Period) => periodPath(language, ...periodParts(to))

function Entry({ language, period, to, text }: Shown & { to: Period & { releases?: number }; text: string }) {
  const isHere = to.year === period?.year && (to.month === period?.month ? 'page' : to.month === undefined && 'true')
  return (
    <li>
      <a href={addressOf(language, to)} aria-current={isHere || undefined}>
        {text} {to.releases !== undefined && <span className="num">{formatNumber(to.releases, language)}</span>}
      </a>
    </li>
  )
}

const Step = ({ language, to, rel, label }: Shown & { to: Period; rel: string; label: string }) => (
  <a href={addressOf(language, to)} rel={rel}>
    {label}: {formatPeriod(to, language)}
  </a>
)
