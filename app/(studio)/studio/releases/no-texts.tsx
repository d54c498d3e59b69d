import { DidYouMean } from '#components/list/did-you-mean.tsx'
import type { Chip } from '#components/list/filter-chips.tsx'
import { NoHits } from '#components/list/no-hits.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { countMatchingStories } from '#db/releases/stories.ts'
import { suggestSpelling } from '#db/search/spelling.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { withHits } from './chips.ts'
import { readReleaseFilter, releaseListPath, type SearchParams } from './filter.ts'

interface Props {
  chips: Chip[]
  asked: SearchParams
  language: Language
  now: Date
}

/** The list of texts when its filters have emptied it: which of them does, and what can be done instead. */
export async function NoTexts({ chips, asked, language, now }: Props) {
  const t = translator(language, 'releases')
  const counted = await withHits(chips, asked, now)
  const { filter } = readReleaseFilter(asked)
  const query = typeof asked.q === 'string' ? asked.q.trim() : ''
  const finds = (other: string) => countMatchingStories({ ...filter, query: other }, now)
  const meant = query ? await suggestSpelling(query, language, finds) : undefined
  return (
    <NoHits heading={query ? t('no-hits', { query }) : t('no-hits-filter')} chips={counted} language={language}>
      {query && (
        <p>
          <DidYouMean
            meant={meant}
            pathTo={(q) => releaseListPath({ ...asked, q, page: undefined })}
            language={language}
          />
          {t('no-hits-text')}
        </p>
      )}
      {query && (
        <ButtonLink small icon="plus" href={`/studio/releases/new?${new URLSearchParams({ title: query })}`}>
          {t('new-with-title', { title: query })}
        </ButtonLink>
      )}
    </NoHits>
  )
}
