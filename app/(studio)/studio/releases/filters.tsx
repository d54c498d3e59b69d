import { FilterForm } from '#components/list/filter-form.tsx'
import { reviewFilters } from '#db/releases/review/listed.ts'
import { kinds } from '#db/types.ts'
import { collator, languageName } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { StudioClock } from '#lib/time/phrases.ts'
import { sinceOptions } from './changed-since.ts'
import { readReleaseFilter, type SearchParams } from './filter.ts'

interface Named {
  id: string
  name: string
}

export interface FilterChoices {
  languages: Language[]
  topics: Named[]
  series: Named[]
  writers: Named[]
}

interface Props extends FilterChoices {
  asked: SearchParams
  /** The member who asks. */
  memberId: string
  clock: StudioClock
}

/** The search and the filters of the list of texts. */
export function Filters({ asked, memberId, clock, languages, topics, series, writers }: Props) {
  const { language } = clock
  const t = translator(language, 'releases')
  const kindName = translator(language, 'kinds')
  const { filter } = readReleaseFilter(asked)
  const value = (name: keyof SearchParams) => (typeof asked[name] === 'string' ? asked[name] : '')
  const kept = { status: filter.status ?? '', sort: value('sort'), person: value('person') }
  const named = (options: Named[]) =>
    options
      .toSorted((a, b) => collator(language).compare(a.name, b.name))
      .map(({ id, name }) => ({ value: id, label: name }))
  const filters = [
    { name: 'topic', label: t('topic'), all: t('all-topics'), options: named(topics) },
    { name: 'series', label: t('series'), all: t('all-series'), options: named(series) },
    {
      name: 'kind',
      label: t('kind'),
      all: t('all-kinds'),
      options: kinds.map((kind) => ({ value: kind as string, label: kindName(kind) })),
    },
    { name: 'language', label: t('language'), all: t('all-languages'), options: languageOptions(languages, language) },
    { name: 'writer', label: t('writer'), all: t('all-writers'), options: named(writers) },
    { name: 'review', label: t('review'), all: t('review-any'), options: reviewOptions(memberId, language) },
    {
      name: 'changed',
      label: t('changed'),
      all: t('changed-any'),
      options: sinceOptions(filter.changedSince ?? '', clock),
    },
  ] as const
  return (
    <FilterForm
      label={t('heading')}
      path="/studio/releases"
      search={{ label: t('search'), value: filter.query ?? '' }}
      kept={Object.fromEntries(Object.entries(kept).filter(([, part]) => part))}
      filters={filters
        .filter(({ options }) => options.length > 0)
        .map(({ name, label, all, options }) => ({
          name,
          label,
          value: value(name),
          options: [{ value: '', label: all }, ...options],
        }))}
    />
  )
}

/** What waits for a member and what is theirs, and what waits at all. */
export function reviewOptions(memberId: string, language: Language): { value: string; label: string }[] {
  const t = translator(language, 'releases')
  return [
    { value: `for-${memberId}`, label: t('review-for-me') },
    { value: `of-${memberId}`, label: t('review-of-me') },
    ...reviewFilters.map((standing) => ({ value: standing as string, label: t(`review-${standing}`) })),
  ]
}

export function languageOptions(languages: Language[], language: Language): { value: string; label: string }[] {
  const t = translator(language, 'releases')
  const name = (code: Language) => languageName(code, language)
  return [
    ...languages.map((code) => ({ value: code as string, label: t('in-language', { language: name(code) }) })),
    ...(languages.length > 1
      ? languages.map((code) => ({ value: `-${code}`, label: t('not-in-language', { language: name(code) }) }))
      : []),
  ]
}
