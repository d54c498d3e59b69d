/** The filters that hold for the list of texts, each with the address of the list without it. */
import type { Chip } from '#components/list/filter-chips.tsx'
import { getPerson } from '#db/people.ts'
import { countMatchingStories } from '#db/releases/stories.ts'
import { kinds } from '#db/types.ts'
import { translator } from '#lib/messages.ts'
import { isDay } from '#lib/time/days.ts'
import type { StudioClock } from '#lib/time/phrases.ts'
import { sinceText } from './changed-since.ts'
import { filterNames, readReleaseFilter, releaseListPath, type SearchParams } from './filter.ts'
import { type FilterChoices, languageOptions, reviewOptions } from './filters.tsx'

/** Returns the chips of an address. A filter by something that is not there is one, too: it empties the list. */
export async function chipsOf(
  asked: SearchParams,
  choices: FilterChoices,
  { memberId, ...clock }: StudioClock & { memberId: string },
): Promise<Chip[]> {
  const { language } = clock
  const t = translator(language, 'releases')
  const kindName = translator(language, 'kinds')
  const personId = typeof asked.person === 'string' ? asked.person : ''
  const person = personId ? await getPerson(personId) : undefined
  const said = (name: (typeof filterNames)[number], value: string): { label: string; value: string } => {
    const nameIn = (all: { id: string; name: string }[], sought = value) =>
      all.find(({ id }) => id === sought)?.name ?? sought
    if (name === 'q') return { label: t('search-chip'), value }
    if (name === 'topic') return { label: t('topic'), value: nameIn(choices.topics) }
    if (name === 'series') return { label: t('series'), value: nameIn(choices.series) }
    if (name === 'changed') return { label: t('changed'), value: isDay(value) ? sinceText(value, clock) : value }
    if (name === 'writer') return { label: t('writer'), value: nameIn(choices.writers) }
    if (name === 'review') {
      const option = reviewOptions(memberId, language).find((one) => one.value === value)
      const id = value.replace(/^(for|of)-/, '')
      return { label: t('review'), value: option?.label ?? nameIn(choices.writers, id) }
    }
    if (name === 'person') return { label: t('person'), value: person?.name ?? value }
    if (name === 'kind') {
      const kind = kinds.find((known) => known === value)
      return { label: t('kind'), value: kind ? kindName(kind) : value }
    }
    const option = languageOptions(choices.languages, language).find((one) => one.value === value)
    return { label: t('language'), value: option?.label ?? value }
  }
  return filterNames.flatMap((name) => {
    const value = asked[name]
    if (typeof value !== 'string' || !value.trim()) return []
    const without = releaseListPath({ ...asked, [name]: undefined, page: undefined })
    return [{ name, ...said(name, value.trim()), without }]
  })
}

/** Returns the chips with how many texts there are without each. */
export function withHits(chips: Chip[], asked: SearchParams, now: Date): Promise<(Chip & { hits: number })[]> {
  return Promise.all(
    chips.map(async (chip) => {
      const { filter } = readReleaseFilter({ ...asked, [chip.name]: undefined })
      return { ...chip, hits: await countMatchingStories(filter, now) }
    }),
  )
}
