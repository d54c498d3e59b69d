import { FilterChips } from '#components/list/filter-chips.tsx'
import { SelectableList } from '#components/list/selectable-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { countStories, listStories, listWriters, studioStoriesPerPage } from '#db/releases/stories.ts'
import { countOutdated } from '#db/releases/translations.ts'
import { listSeriesNames } from '#db/series.ts'
import { getSettings } from '#db/settings.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import { listTopics } from '#db/topics.ts'
import { countTrash } from '#db/trash/list.ts'
import { languages as allLanguages } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { undoChange } from '../trash/actions.ts'
import { TrashedToast } from '../trash/trashed-toast.tsx'
import { bulkActionsFor } from './bulk.ts'
import { chipsOf } from './chips.ts'
import { filterNames, readReleaseFilter, releaseListPath, type SearchParams } from './filter.ts'
import { Filters } from './filters.tsx'
import { NoTexts } from './no-texts.tsx'
import { OpenFile } from './open-file.tsx'
import { StoryTable } from './story-table.tsx'
import { Views } from './views.tsx'

type Props = { searchParams: Promise<SearchParams & { trashed?: string | string[] }> }

export default async function ReleasesPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const now = new Date()
  const settings = await getSettings()
  const languages = settings?.languages ?? [...allLanguages]
  const { trashed, ...query } = await searchParams
  const { filter, order, page, isNarrowed } = readReleaseFilter(query)
  const [{ stories, total }, counts, topics, series, writers, trash] = await Promise.all([
    listStories(filter, { languages, topicsIn: user.language, page, now, order }),
    countStories(now),
    listTopics(),
    listSeriesNames(),
    listWriters(user.language),
    countTrash(),
  ])
  const behind = await countOutdated(stories.flatMap(({ versions }) => versions.map(({ id }) => id)))
  const named = (subject: Subject) => ({ id: subject.id, name: subjectName(subject, user.language) })
  const choices = { languages, topics: topics.map(named), series: series.map(named), writers }
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const chips = await chipsOf(query, choices, clock)
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
      <Views counts={counts} trashed={trash.release} asked={query} t={t} />
      <Filters asked={query} clock={clock} {...choices} />
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
            languages={languages}
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
