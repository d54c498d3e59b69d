import { Icon } from '#components/ui/icon.tsx'
import { mediaFilters } from '#db/media-list.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import type { Place } from './place.ts'

/** Search and filter. They act when asked to: a choice alone never moves the page. */
export function FilterBar({ place, language }: { place: Place; language: Language }) {
  const t = translator(language, 'media')
  return (
    <search aria-label={t('heading')}>
      <form className="filters" action="/studio/media">
        <div className="searchbox">
          <Icon name="search" />
          <label className="vh" htmlFor="q">
            {t('search')}
          </label>
          <input className="input" type="search" id="q" name="q" placeholder={t('search')} defaultValue={place.q} />
        </div>
        <label className="vh" htmlFor="filter">
          {t('which')}
        </label>
        <select className="input auto" id="filter" name="filter" defaultValue={place.filter}>
          {mediaFilters.map((filter) => (
            <option key={filter} value={filter}>
              {t(filter)}
            </option>
          ))}
        </select>
        <button className="button" type="submit">
          {t('show')}
        </button>
      </form>
    </search>
  )
}
