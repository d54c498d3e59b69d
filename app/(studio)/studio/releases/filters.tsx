import type { ReactNode } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { kinds } from '#db/types.ts'
import { collator, languageName } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { readReleaseFilter, type SearchParams } from './filter.ts'

interface Props {
  asked: SearchParams
  language: Language
  languages: Language[]
  topics: { id: string; name: string }[]
  series: { id: string; name: string }[]
}

/** Search and filters. They take effect when submitted: choosing one does not change the page. */
export function Filters({ asked: params, language, languages, topics, series }: Props) {
  const t = translator(language, 'releases')
  const kindName = translator(language, 'kinds')
  const { filter } = readReleaseFilter(params)
  const name = (code: Language) => languageName(code, language)
  return (
    <search aria-label={t('heading')}>
      <form className="filters" action="/studio/releases">
        {filter.status && <input type="hidden" name="status" value={filter.status} />}
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
            defaultValue={filter.query}
          />
        </div>
        <Choice name="language" label={t('language')} chosen={params.language}>
          <option value="">{t('all-languages')}</option>
          {languages.map((code) => (
            <option key={code} value={code}>
              {t('in-language', { language: name(code) })}
            </option>
          ))}
          {languages.length > 1 &&
            languages.map((code) => (
              <option key={code} value={`-${code}`}>
                {t('not-in-language', { language: name(code) })}
              </option>
            ))}
        </Choice>
        <Choice name="kind" label={t('kind')} chosen={params.kind}>
          <option value="">{t('all-kinds')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindName(kind)}
            </option>
          ))}
        </Choice>
        {topics.length > 0 && (
          <Choice name="topic" label={t('topic')} chosen={params.topic}>
            <option value="">{t('all-topics')}</option>
            <Named options={topics} language={language} />
          </Choice>
        )}
        {series.length > 0 && (
          <Choice name="series" label={t('series')} chosen={params.series}>
            <option value="">{t('all-series')}</option>
            <Named options={series} language={language} />
          </Choice>
        )}
        <button className="button" type="submit">
          {t('show')}
        </button>
      </form>
    </search>
  )
}

const Named = ({ options, language }: { options: Props['topics']; language: Language }) =>
  options
    .toSorted((a, b) => collator(language).compare(a.name, b.name))
    .map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))

function Choice(props: { name: string; label: string; chosen: string | string[] | undefined; children: ReactNode }) {
  return (
    <>
      <label className="vh" htmlFor={props.name}>
        {props.label}
      </label>
      <select className="input auto" id={props.name} name={props.name} defaultValue={String(props.chosen ?? '')}>
        {props.children}
      </select>
    </>
  )
}
