import { FilterChips } from '#components/list/filter-chips.tsx'
import { SelectableList } from '#components/list/selectable-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { studioStoriesPerPage } from '#db/releases/stories.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { currentSettings } from '../../current-settings.ts'
import { undoChange } from '../trash/actions.ts'
import { TrashedToast } from '../trash/trashed-toast.tsx'
import { bulkActionsFor } from './bulk.ts'
import { chipsOf } from './chips.ts'
import { filterNames, readReleaseFilter, releaseListPath, type SearchParams } from './filter.ts'
import { Filters } from './filters.tsx'
import { getTextsPage } from './list-page.ts'
import { NoTexts } from './no-texts.tsx'
import { OpenFile } from './open-file.tsx'
import { StoryTable } from './story-table.tsx'
import { Views } from './views.tsx'

type Props = { searchParams: Promise<SearchParams & { trashed?: string | string[] }> }

export default async function ReleasesPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const now = new Date()
  const settings = await currentSettings()
  const { trashed, ...query } = await searchParams
  const asked = readReleaseFilter(query)
  const { order, page, isNarrowed } = asked
  const listed = await getTextsPage(asked, { settings, language: user.language, now })
  const { stories, total, counts, choices, behind } = listed
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const chips = await chipsOf(query, choices, { ...clock, memberId: user.id })
  const t = translator(user.language, 'releases')
  const from = (page - 1) * studioStoriesPerPage
  const pagePath = (number: number) => releaseListPath({ ...query, page: String(number) })
  // What is selected outlives another order and page, and no other filter.
  const filterPath = releaseListPath({ ...query, sort: undefined, page: undefined })
  const clear = releaseListPath({ ...query, page: undefined, ...Object.fromEntries(filterNames.map((name) => [name])) })
  return (
    <Page
      heading={t('heading')}
      actions={
        <ButtonLink look="primary" icon="plus" href="/studio/releases/new">
          {t('new')}
        </ButtonLink>
      }
    >
      <OpenFile slim />
      <Views counts={counts} trashed={listed.trashed} asked={query} t={t} />
      <Filters asked={query} memberId={user.id} clock={clock} {...choices} />
      <FilterChips
        found={t('found', { total, all: counts.all })}
        chips={chips}
        clear={clear}
        language={user.language}
      />
      <SelectableList
        key={filterPath}
        ids={stories.map(({ shown }) => shown.storyId)}
        total={total}
        filter={filterPath.split('?')[1] ?? ''}
        actions={bulkActionsFor(user)}
        undo={undoChange}
      >
        {stories.length > 0 ? (
          <StoryTable
            stories={stories}
            languages={choices.languages}
            clock={clock}
            behind={behind}
            asked={query}
            order={order}
          />
        ) : counts.all === 0 ? (
          <EmptyState
            heading={t('empty')}
            action={
              <ButtonLink href="/studio/releases/new" look="primary">
                {t('write-first')}
              </ButtonLink>
            }
          >
            {t('empty-text')}
          </EmptyState>
        ) : isNarrowed ? (
          <NoTexts chips={chips} asked={query} language={user.language} now={now} />
        ) : (
          <EmptyState heading={t('none-here')}>{t('none-here-text')}</EmptyState>
        )}
      </SelectableList>
      {total > 0 && (
        <Pager
          label={t('pages')}
          range={t('range', { from: from + 1, to: Math.min(from + studioStoriesPerPage, total), total })}
          previous={page > 1 ? { href: pagePath(page - 1), label: t('previous') } : undefined}
          next={from + studioStoriesPerPage < total ? { href: pagePath(page + 1), label: t('next') } : undefined}
        />
      )}
      <TrashedToast noun="release" id={trashed} language={user.language} />
    </Page>
  )
}
