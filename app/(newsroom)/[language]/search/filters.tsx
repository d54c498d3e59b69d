import type { SearchFacets } from '#db/live/search.ts'
import { formatNumber, languageName } from '#lib/format.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { addressValue, type Chosen, type Facet, facets, orderValue, searchPath } from './choice.ts'

interface Option {
  chosen: Chosen
  name: string
  entries: number | undefined
}

/** The options of each filter: only those that lead somewhere. */
function optionsOf(choices: SearchFacets, language: Language): Record<Facet, Option[]> {
  const t = translator(language, 'search')
  return {
    kind: choices.kinds.map(({ kind, entries }) => ({ chosen: { kind }, name: t(`kinds.${kind}`), entries })),
    topic: choices.topics.map(({ subject, entries }) => ({ chosen: { topic: subject }, name: subject.name, entries })),
    series: choices.series.map(({ subject, entries }) => ({
      chosen: { series: subject },
      name: subject.name,
      entries,
    })),
    year: choices.years.map(({ year, entries }) => ({ chosen: { year }, name: String(year), entries })),
    person: choices.people.map(({ person, entries }) => ({ chosen: { person }, name: person.name, entries })),
    language: choices.languages.map((one) => ({
      chosen: { language: one.language },
      name: languageName(one.language, language),
      entries: one.entries,
    })),
  }
}

/** Returns the name of a chosen filter's value. */
function nameOf(facet: Facet, chosen: Chosen, language: Language): string | undefined {
  const t = translator(language, 'search')
  const names: Record<Facet, string | undefined> = {
    kind: chosen.kind && t(`kinds.${chosen.kind}`),
    topic: chosen.topic?.name,
    series: chosen.series?.name,
    year: chosen.year?.toString(),
    person: chosen.person?.name,
    language:
      chosen.language === 'all' ? t('any.language') : chosen.language && languageName(chosen.language, language),
  }
  return names[facet]
}

const without = (chosen: Chosen, facet: Facet): Chosen => ({ ...chosen, [facet]: undefined })

/** Filters beside what was found; on small screens they are folded. */
export function Filters({
  typed,
  chosen,
  choices,
  total,
  language,
}: {
  typed: string
  chosen: Chosen
  choices: SearchFacets
  total: number | undefined
  language: Language
}) {
  const t = translator(language, 'search')
  const options = optionsOf(choices, language)
  const shown = facets.filter(
    (facet) => chosen[facet] !== undefined || options[facet].length > (facet === 'language' ? 0 : 1),
  )
  if (shown.length === 0) return null
  return (
    <details className="filters in-margin">
      <summary>{t('narrow')}</summary>
      <nav aria-label={t('narrow')}>
        {shown.map((facet) => {
          const name = nameOf(facet, chosen, language)
          return (
            <div key={facet}>
              <h2>{t(`groups.${facet}`)}</h2>
              <ul>
                <Choice
                  href={searchPath(language, typed, without(chosen, facet))}
                  name={facet === 'language' ? languageName(language, language) : t(`any.${facet}`)}
                  entries={name === undefined ? total : undefined}
                  isCurrent={name === undefined}
                  language={language}
                />
                {name !== undefined && (
                  <Choice
                    href={searchPath(language, typed, chosen)}
                    name={name}
                    entries={total}
                    isCurrent
                    language={language}
                  />
                )}
                {name === undefined &&
                  options[facet].map((option) => (
                    <Choice
                      key={option.name}
                      href={searchPath(language, typed, { ...chosen, ...option.chosen })}
                      name={option.name}
                      entries={option.entries}
                      language={language}
                    />
                  ))}
                {facet === 'language' && name === undefined && (
                  <Choice
                    href={searchPath(language, typed, { ...chosen, language: 'all' })}
                    name={t('any.language')}
                    entries={undefined}
                    language={language}
                  />
                )}
              </ul>
            </div>
          )
        })}
      </nav>
    </details>
  )
}

function Choice({
  href,
  name,
  entries,
  isCurrent = false,
  language,
}: {
  href: string
  name: string
  entries: number | undefined
  isCurrent?: boolean
  language: Language
}) {
  return (
    <li>
      <a href={href} aria-current={isCurrent ? 'true' : undefined}>
        {hyphenateText(name, language)}{' '}
        {entries !== undefined && <span className="num">{formatNumber(entries, language)}</span>}
      </a>
    </li>
  )
}

/** The chosen filters under an empty search box, each with a link that removes it: they stay for the next search. */
export function KeptChoices({ chosen, language }: { chosen: Chosen; language: Language }) {
  const { parameters } = messagesIn(language).search
  const kept = [
    ...facets.map((facet) => [parameters[facet], addressValue(facet, chosen, language)] as const),
    [parameters.order, orderValue(chosen, language)] as const,
  ]
  return kept.map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  )
}

/** Links to what was found in either order: the best first, or the newest. */
export function Orders({ typed, chosen, language }: { typed: string; chosen: Chosen; language: Language }) {
  const t = translator(language, 'search')
  const orders = [
    { byDate: false, name: t('order-best') },
    { byDate: true, name: t('order-latest') },
  ]
  return (
    <nav className="orders" aria-label={t('orders')}>
      <ul>
        {orders.map(({ byDate, name }) => (
          <li key={name}>
            <a
              href={searchPath(language, typed, { ...chosen, byDate })}
              aria-current={Boolean(chosen.byDate) === byDate ? 'true' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The chosen filters above what was found, with links that remove each and all. */
export function ChosenList({ typed, chosen, language }: { typed: string; chosen: Chosen; language: Language }) {
  const t = translator(language, 'search')
  const made = facets.flatMap((facet) => {
    const name = nameOf(facet, chosen, language)
    return name === undefined ? [] : [{ facet, name }]
  })
  if (made.length === 0) return null
  return (
    <div className="chosen">
      <p id="chosen">{t('chosen')}</p>
      <ul aria-labelledby="chosen">
        {made.map(({ facet, name }) => (
          <li key={facet}>
            <a href={searchPath(language, typed, without(chosen, facet))} aria-label={t('remove', { choice: name })}>
              {hyphenateText(name, language)} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {made.length > 1 && (
          <li>
            <a className="all" href={searchPath(language, typed, { byDate: chosen.byDate === true })}>
              {t('remove-all')}
            </a>
          </li>
        )}
      </ul>
    </div>
  )
}
