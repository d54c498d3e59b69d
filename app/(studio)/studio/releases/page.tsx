import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Page } from '#components/ui/page.tsx'
import { Pager } from '#components/ui/pager.tsx'
import { countStories, listStories, studioStoriesPerPage } from '#db/releases/stories.ts'
import { countOutdated } from '#db/releases/translations.ts'
import { listSeriesNames } from '#db/series.ts'
import { getSettings } from '#db/settings.ts'
import { type Subject, subjectName } from '#db/subjects.ts'
import { listTopics } from '#db/topics.ts'
import { languages as allLanguages } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { requireRole } from '../../../auth.ts'
import { readReleaseFilter, releaseListPath, type SearchParams } from './filter.ts'
import { Filters } from './filters.tsx'
import { OpenFile } from './open-file.tsx'
import { StoryTable } from './story-table.tsx'
import { Views } from './views.tsx'

type Props = { searchParams: Promise<SearchParams> }

export default async function ReleasesPage({ searchParams }: Props) {
  const user = await requireRole('contributor')
  const now = new Date()
  const settings = await getSettings()
  const languages = settings?.languages ?? [...allLanguages]
  const query = await searchParams
  const { filter, page, isNarrowed } = readReleaseFilter(query)
  const [{ stories, total }, counts, topics, series] = await Promise.all([
    listStories(filter, { languages, topicsIn: user.language, page, now }),
    countStories(now),
    listTopics(),
    listSeriesNames(),
  ])
  const behind = await countOutdated(stories.flatMap(({ versions }) => versions.map(({ id }) => id)))
  const named = (subject: Subject) => ({ id: subject.id, name: subjectName(subject, user.language) })
  const t = translator(user.language, 'releases')
  const clock = { language: user.language, timeZone: settings?.timeZone ?? 'UTC', now }
  const from = (page - 1) * studioStoriesPerPage
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
      <Views counts={counts} asked={query} t={t} />
      <Filters
        asked={query}
        language={user.language}
        languages={languages}
        topics={topics.map(named)}
        series={series.map(named)}
      />
      {isNarrowed && total > 0 && (
        <div className="result-line">
          <span>{t('found', { total, all: counts.all })}</span>
          <a href={releaseListPath({ status: query.status })}>{t('clear')}</a>
        </div>
      )}
      {stories.length > 0 ? (
        <StoryTable stories={stories} languages={languages} clock={clock} behind={behind} />
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
      ) : (
        <EmptyState heading={filter.query ? t('no-hits', { query: filter.query }) : t('none-here')}>
          {filter.query ? t('no-hits-text') : t('none-here-text')}{' '}
          {isNarrowed && <a href={releaseListPath({ status: query.status })}>{t('clear')}</a>}
        </EmptyState>
      )}
      {total > 0 && (
        <Pager
          label={t('pages')}
          range={t('range', { from: from + 1, to: Math.min(from + studioStoriesPerPage, total), total })}
          previous={
            page > 1 ? { href: releaseListPath({ ...query, page: String(page - 1) }), label: t('previous') } : undefined
          }
          next={
            from + studioStoriesPerPage < total
              ? { href: releaseListPath({ ...query, page: String(page + 1) }), label: t('next') }
              : undefined
          }
        />
      )}
    </Page>
  )
}
