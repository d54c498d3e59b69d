import { type Chip, FilterChips } from '#components/list/filter-chips.tsx'
import { FilterForm } from '#components/list/filter-form.tsx'
import { type MediaPage, mediaFilters, mediaSorts } from '#db/media/list.ts'
import type { Language } from '#lib/locale.ts'
import { mediaKinds } from '#lib/media/library-item.ts'
import { translator } from '#lib/messages.ts'
import { type MediaListParams, mediaListPath } from './list-params.ts'

interface Props {
  listParams: MediaListParams
  counts: Pick<MediaPage, 'kinds' | 'filters'>
  people: { id: string; name: string }[]
  language: Language
}

/** Search, filters and order of the library. */
export function FilterBar({ listParams, counts, people, language }: Props) {
  const t = translator(language, 'media')
  const counted = (label: string, count: number) => `${label} (${count})`
  const { kind = '', filter, person = '', sort, view, q } = listParams
  return (
    <FilterForm
      label={t('heading')}
      path="/studio/media"
      search={{ label: t('search'), value: q }}
      kept={view === 'list' ? { view } : {}}
      filters={[
        {
          name: 'kind',
          label: t('kind'),
          value: kind,
          options: [
            { value: '', label: counted(t('kind-all'), counts.kinds.all) },
            { value: 'image', label: counted(t('kind-image'), counts.kinds.image) },
            { value: 'document', label: counted(t('kind-document'), counts.kinds.document) },
          ],
        },
        {
          name: 'filter',
          label: t('which'),
          value: filter === 'all' ? '' : filter,
          options: mediaFilters.map((one) => ({
            value: one === 'all' ? '' : one,
            label: counted(t(one), counts.filters[one]),
          })),
        },
        {
          name: 'person',
          label: t('person'),
          value: person,
          options: [
            { value: '', label: t('person-all') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ],
        },
        {
          name: 'sort',
          label: t('sort'),
          value: sort === 'latest' ? '' : sort,
          options: mediaSorts.map((one) => ({ value: one === 'latest' ? '' : one, label: t(`sort-${one}`) })),
        },
      ]}
    />
  )
}

/** The filters that hold, each with the address of the library without it. */
export function mediaChips({ listParams, people, language }: Omit<Props, 'counts'>): Chip[] {
  const t = translator(language, 'media')
  const { q, kind, filter, person } = listParams
  const known = mediaKinds.find((one) => one === kind)
  const said = {
    q: q && { label: translator(language, 'lists')('search'), value: q },
    kind: known && { label: t('kind'), value: t(`kind-${known}`) },
    filter: filter !== 'all' && { label: t('which'), value: t(filter) },
    person: person && { label: t('person'), value: people.find(({ id }) => id === person)?.name ?? person },
  }
  const without = {
    q: { q: '' },
    kind: { kind: undefined },
    filter: { filter: 'all' as const },
    person: { person: undefined },
  }
  return (['q', 'kind', 'filter', 'person'] as const).flatMap((name) => {
    const about = said[name]
    const path = mediaListPath({ ...listParams, ...without[name], page: 1, item: undefined })
    return about ? [{ name, ...about, without: path }] : []
  })
}

/** How many files were found by the filters that hold. */
export function MediaChips({ chips, found, language }: { chips: Chip[]; found: string; language: Language }) {
  return <FilterChips found={found} chips={chips} clear="/studio/media" language={language} />
}
