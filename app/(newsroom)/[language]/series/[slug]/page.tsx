import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { Pagination } from '#components/newsroom/layout/pagination.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { listLiveReleases, storiesPerPage } from '#db/live/releases.ts'
import { getLiveSeries, movedSeries, seriesAddresses } from '#db/live/series.ts'
import { SubjectPage, type SubjectProps, subjectMetadata, subjectsAt } from '../../../subject-page.tsx'

const series = subjectsAt({
  section: 'series',
  get: getLiveSeries,
  moved: movedSeries,
  addresses: seriesAddresses,
  choice: (seriesId) => ({ seriesId }),
  description: (t, name, one) => t('one-series-description', { name, series: one }),
  count: (t, count) => t('part-count', { count }),
})

export const generateMetadata = subjectMetadata(series)

/** The page of a series, with its live parts in order. */
export default function SeriesPage(props: SubjectProps) {
  return (
    <SubjectPage subjects={series} props={props}>
      {async ({ context: { visit }, subject: { id: seriesId }, path, page, pages }, t) => {
        const offset = (page - 1) * storiesPerPage
        const parts = await listLiveReleases(visit, { seriesId, limit: storiesPerPage, offset, fromFirst: true })
        return (
          <PageSection id={t('anchors.parts')} title={t('parts')}>
            <StoryList stories={parts} clock={visit} years firstPart={offset + 1} />
            <Pagination path={path} page={page} pages={pages} language={visit.language} />
          </PageSection>
        )
      }}
    </SubjectPage>
  )
}
