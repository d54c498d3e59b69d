import { DidYouMean } from '#components/list/did-you-mean.tsx'
import type { Chip } from '#components/list/filter-chips.tsx'
import { NoHits } from '#components/list/no-hits.tsx'
import { listMediaIds, suggestMediaSearch } from '#db/media/list.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { type MediaListParams, mediaListPath, mediaQuestionIn } from './list-params.ts'

interface Props {
  listParams: MediaListParams
  chips: Chip[]
  language: Language
}

/** The library when its filters have emptied it: which of them does, and what can be searched for instead. */
export async function NoFiles({ listParams, chips, language }: Props) {
  const t = translator(language, 'media')
  const { q, person } = listParams
  const counted = await Promise.all(
    chips.map(async (chip) => ({
      ...chip,
      hits: (await listMediaIds(mediaQuestionIn(chip.without.split('?')[1] ?? ''))).length,
    })),
  )
  const meant = q ? await suggestMediaSearch({ ...listParams, search: q, personId: person }) : undefined
  return (
    <NoHits heading={q ? t('no-hits-for', { query: q }) : t('no-hits')} chips={counted} language={language}>
      {q && (
        <p>
          <DidYouMean
            meant={meant}
            pathTo={(other) => mediaListPath({ ...listParams, q: other, page: 1, item: undefined })}
            language={language}
          />
          {t('no-hits-text')}
        </p>
      )}
    </NoHits>
  )
}
