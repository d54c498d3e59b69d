import { Icon } from '#components/ui/icon.tsx'
import { type MediaPage, mediaFilters, mediaSorts } from '#db/media/list.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { MediaListParams } from './list-params.ts'

interface Props {
  listParams: MediaListParams
  counts: Pick<MediaPage, 'kinds' | 'filters'>
  people: { id: string; name: string }[]
  language: Language
}

interface Choice {
  value: string
  label: string
}

/** Search, filters and order. They take effect when submitted: choosing one does not change the page. */
export function FilterBar({ listParams, counts, people, language }: Props) {
  const t = translator(language, 'media')
  const counted = (label: string, count: number) => `${label} (${count})`
  const kinds = [
    { value: '', label: counted(t('kind-all'), counts.kinds.all) },
    { value: 'image', label: counted(t('kind-image'), counts.kinds.image) },
    { value: 'document', label: counted(t('kind-document'), counts.kinds.document) },
  ]
  const filters = mediaFilters.map((filter) => ({ value: filter, label: counted(t(filter), counts.filters[filter]) }))
  const persons = [{ value: '', label: t('person-all') }, ...people.map(({ id, name }) => ({ value: id, label: name }))]
  const sorts = mediaSorts.map((sort) => ({ value: sort, label: t(`sort-${sort}`) }))
  return (
    <search aria-label={t('heading')}>
      <form className="filters" action="/studio/media">
        <div className="searchbox">
          <Icon name="search" />
          <label className="vh" htmlFor="q">
            {t('search')}
          </label>
          <input
            className="input"
            type="search"
            id="q"
            name="q"
            placeholder={t('search')}
            defaultValue={listParams.q}
          />
        </div>
        <Choose name="kind" label={t('kind')} choices={kinds} value={listParams.kind} />
        <Choose name="filter" label={t('which')} choices={filters} value={listParams.filter} />
        <Choose name="person" label={t('person')} choices={persons} value={listParams.person} />
        <Choose name="sort" label={t('sort')} choices={sorts} value={listParams.sort} />
        {listParams.view === 'list' && <input type="hidden" name="view" value="list" />}
        <button className="button" type="submit">
          {t('show')}
        </button>
      </form>
    </search>
  )
}

const Choose = ({
  name,
  label,
  choices,
  value,
}: {
  name: string
  label: string
  choices: Choice[]
  value?: string
}) => (
  <>
    <label className="vh" htmlFor={name}>
      {label}
    </label>
    <select className="input auto" id={name} name={name} defaultValue={value}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </>
)
