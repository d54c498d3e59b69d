import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { SubjectRows } from '#components/newsroom/subject-list.tsx'
import { listLiveSeries } from '#db/live/series.ts'
import { SectionPage, type SectionProps, sectionMetadata } from '../../section-page.tsx'

export const generateMetadata = sectionMetadata('series', 'series-heading')

/** The list of series. */
export default function SeriesPage({ params }: SectionProps) {
  return (
    <SectionPage section="series" params={params}>
      {async ({ newsroom: { language }, visit }, t) => {
        const series = await listLiveSeries(visit)
        return (
          <>
            <PageHead kicker={t('series-count', { count: series.length })} title={t('series-heading')} />
            <SubjectRows
              section="series"
              subjects={series}
              language={language}
              count={(count) => t('part-count', { count })}
            />
          </>
        )
      }}
    </SectionPage>
  )
}
