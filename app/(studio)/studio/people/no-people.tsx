import { DidYouMean } from '#components/list/did-you-mean.tsx'
import type { Chip } from '#components/list/filter-chips.tsx'
import { NoHits } from '#components/list/no-hits.tsx'
import { type SearchedPerson, wordsOfPerson } from '#db/people.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { correctAmong } from '#lib/search/correct.ts'
import { matcherOf } from '#lib/search/terms.ts'

interface Props {
  search: string
  chips: Chip[]
  isArchive: boolean
  /** Those among whom was searched, and the others: the archived, or the active. */
  here: SearchedPerson[]
  there: SearchedPerson[]
  language: Language
}

const pathOf = (q: string, isArchive: boolean): string =>
  `/studio/people?${new URLSearchParams({ ...(isArchive && { view: 'archived' }), q })}`

/** The list of people when a search has emptied it: how many there are without it, and what can be searched for instead. */
export async function NoPeople({ search, chips, isArchive, here, there, language }: Props) {
  const t = translator(language, 'people')
  const meant = await correctAmong(search, here.map(wordsOfPerson))
  const elsewhere = there.map(wordsOfPerson).filter(matcherOf(search)).length
  return (
    <NoHits
      heading={t('no-hits', { query: search })}
      chips={chips.map((chip) => ({ ...chip, hits: here.length }))}
      language={language}
    >
      <p>
        <DidYouMean meant={meant} pathTo={(q) => pathOf(q, isArchive)} language={language} />
        {t('no-hits-text')}
      </p>
      {elsewhere > 0 && (
        <p>
          {t(isArchive ? 'in-active' : 'in-archive', { count: elsewhere })}{' '}
          <a href={pathOf(search, !isArchive)}>{t(isArchive ? 'see-active' : 'see-archive')}</a>
        </p>
      )}
    </NoHits>
  )
}
