/** Reads the filters in the address of the search page, and makes the addresses of others. */

import { cache } from 'react'
import { getLivePerson } from '#db/live/people.ts'
import type { EntryKind } from '#db/live/search.ts'
import { getLiveSeries } from '#db/live/series.ts'
import type { LiveSubject } from '#db/live/subjects.ts'
import { getLiveTopic } from '#db/live/topics.ts'
import { type Kind, kinds } from '#db/types.ts'
import { isLanguage, type Language } from '#lib/locale.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { pathTo } from '#lib/urls.ts'
import type { PageContext, PagedProps } from '../../page-context.ts'

export const facets = ['kind', 'topic', 'series', 'year', 'person', 'language'] as const
export type Facet = (typeof facets)[number]

export interface Chosen {
  kind?: EntryKind
  topic?: LiveSubject
  series?: LiveSubject
  person?: { id: string; name: string; slug: string }
  year?: number
  language?: Language | 'all'
  /** The newest first. It is no filter, and stays when those are removed. */
  byDate?: boolean
}

const entryKinds: EntryKind[] = [...kinds, 'quote', 'document', 'person']

const isReleaseKind = (kind: EntryKind): kind is Kind => kinds.includes(kind as Kind)

/** Returns the name of an entry of a kind, in the singular. */
export const kindName = (kind: EntryKind, language: Language): string =>
  isReleaseKind(kind) ? translator(language, 'kinds')(kind) : translator(language, 'search')(`nouns.${kind}`)

/** Returns a filter's value as an address has it. */
export function addressValue(facet: Facet, chosen: Chosen, language: Language): string | undefined {
  const values: Record<Facet, string | undefined> = {
    kind: chosen.kind && slugify(kindName(chosen.kind, language)),
    topic: chosen.topic?.slug,
    series: chosen.series?.slug,
    person: chosen.person?.slug,
    year: chosen.year?.toString(),
    language: chosen.language === 'all' ? messagesIn(language).search.every : chosen.language,
  }
  return values[facet]
}

/** Returns the order of what is found as an address has it; nothing for the usual one, the best first. */
export const orderValue = ({ byDate }: Chosen, language: Language): string | undefined =>
  byDate ? messagesIn(language).search['by-date'] : undefined

/** Returns the address of a search with these filters. */
export function searchPath(language: Language, typed: string, chosen: Chosen = {}): string {
  const query = new URLSearchParams({ q: typed })
  for (const facet of facets) {
    const value = addressValue(facet, chosen, language)
    if (value) query.set(messagesIn(language).search.parameters[facet], value)
  }
  const order = orderValue(chosen, language)
  if (order) query.set(messagesIn(language).search.parameters.order, order)
  return `${pathTo(language, 'search')}?${query}`
}

type Search = Awaited<PagedProps<unknown>['searchParams']>

/** Reads the filters of an address. Undefined when one names something that readers cannot see. */
export const readChosen = cache(
  async (query: Search, { newsroom, visit }: PageContext): Promise<Chosen | undefined> => {
    const { language } = visit
    const given = (facet: Facet) => [query[messagesIn(language).search.parameters[facet]]].flat()[0] || undefined
    const [kind, topic, series, year, person, within] = facets.map(given)
    const chosen: Chosen = {}
    if (kind !== undefined) {
      const known = entryKinds.find((one) => slugify(kindName(one, language)) === kind)
      if (!known) return undefined
      chosen.kind = known
    }
    if (topic !== undefined) {
      const known = topic.length <= 200 ? await getLiveTopic(topic, visit) : undefined
      if (!known) return undefined
      chosen.topic = known
    }
    if (series !== undefined) {
      const known = series.length <= 200 ? await getLiveSeries(series, visit) : undefined
      if (!known) return undefined
      chosen.series = known
    }
    if (year !== undefined) {
      if (!/^[12]\d{3}$/.test(year)) return undefined
      chosen.year = Number(year)
    }
    if (person !== undefined) {
      const known = person.length <= 200 ? await getLivePerson(person, visit) : undefined
      if (!known?.slug) return undefined
      chosen.person = { id: known.id, name: known.name, slug: known.slug }
    }
    if (within !== undefined) {
      const isAll = within === messagesIn(language).search.every
      if (!isAll && !(isLanguage(within) && newsroom.languages.includes(within))) return undefined
      chosen.language = isAll ? 'all' : (within as Language)
    }
    const order = [query[messagesIn(language).search.parameters.order]].flat()[0]
    if (order) {
      if (order !== orderValue({ byDate: true }, language)) return undefined
      chosen.byDate = true
    }
    return chosen
  },
)
