import './corrections.css'
import type { Metadata } from 'next'
import { cache } from 'react'
import { DateTime } from '#components/newsroom/date-time.tsx'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { Pagination } from '#components/newsroom/layout/pagination.tsx'
import { WrongAndRight } from '#components/newsroom/release/corrections.tsx'
import type { LiveNewsroom } from '#db/live/newsroom.ts'
import { countLiveCorrections, type LiveCorrection, listLiveCorrections } from '#db/live/published/corrections.ts'
import { hyphenateText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { yearIn } from '#lib/time/format.ts'
import { feedPath, pageOf, pathTo } from '#lib/urls.ts'
import { missingMetadata, pagedTitle, pageMetadata } from '../../head/metadata.ts'
import { breadcrumbsTo } from '../../head/structured-data.ts'
import { MissingPage } from '../../missing.tsx'
import { anyPageContext, inAllLanguages, type PagedProps, pageContext, pageParam } from '../../page-context.ts'

type Props = PagedProps<{ language: string }>

const perPage = 20

const read = cache(async (language: string) => {
  const context = await pageContext(language)
  return context && { context, pages: Math.max(1, Math.ceil((await countLiveCorrections(context.visit)) / perPage)) }
})

/** Opens a page of the corrections. Undefined where there are not so many. */
async function open({ params, searchParams }: Props) {
  const found = await read((await params).language)
  const page = found && pageParam(await searchParams, found.context.newsroom.language)
  return page && page <= found.pages ? { ...found, page } : undefined
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props)
  if (!opened) return missingMetadata(await anyPageContext((await props.params).language))
  const { context, page } = opened
  const { language, name } = context.newsroom
  const t = translator(language, 'newsroom')
  return pageMetadata(context, {
    title: pagedTitle(context, t('corrections'), page),
    description: t('corrections-description', { name }),
    path: pageOf(pathTo(language, 'corrections'), language, page),
    ...(page === 1 ? { addresses: inAllLanguages(context, (other) => pathTo(other, 'corrections')) } : {}),
    feed: { section: 'corrections', name: t('corrections') },
  })
}

/** Everything that live releases have been corrected in, by year, the latest first. */
export default async function CorrectionsPage(props: Props) {
  const opened = await open(props)
  if (!opened) return <MissingPage language={(await props.params).language} />
  const { context, page, pages } = opened
  const { newsroom, visit } = context
  const { language, timeZone, pressEmail } = newsroom
  const t = translator(language, 'newsroom')
  const path = pathTo(language, 'corrections')
  const corrections = await listLiveCorrections(visit, perPage, (page - 1) * perPage)
  const years = Map.groupBy(corrections, ({ at }) => yearIn(at, timeZone))
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      addresses={inAllLanguages(context, (other) => pathTo(other, 'corrections'))}
    >
      <div className="wrap">
        <PageHead title={t('corrections')}>
          <p className="intro">{t(corrections.length ? 'corrections-intro' : 'no-corrections')}</p>
        </PageHead>
        <div className="after">
          {[...years].map(([year, ofYear]) => (
            <PageSection key={year} id={`year-${year}`} title={String(year)}>
              <ul className="corrections rows">
                {ofYear.map((correction) => (
                  <Correction key={correction.id} correction={correction} newsroom={newsroom} />
                ))}
              </ul>
            </PageSection>
          ))}
          <div className="axis">
            <div className="in-main">
              <Pagination path={path} page={page} pages={pages} language={language} />
              {pressEmail && (
                <p>
                  {t.rich('found-a-fault', {
                    mail: () => (
                      <a key="mail" href={`mailto:${pressEmail}`}>
                        {pressEmail}
                      </a>
                    ),
                  })}
                </p>
              )}
              <p className="more">
                <a href={feedPath(language, 'rss', 'corrections')}>{t('corrections-feed')}</a>
              </p>
            </div>
          </div>
        </div>
      </div>
      <JsonLd data={breadcrumbsTo(context, 'corrections', t('corrections'))} />
    </PageLayout>
  )
}

function Correction({ correction, newsroom }: { correction: LiveCorrection; newsroom: LiveNewsroom }) {
  const { at, wrong, text, title, slug } = correction
  const { language } = newsroom
  return (
    <li>
      <p className="when">
        <DateTime date={at} clock={newsroom} year={false} />
      </p>
      <div>
        <h3>
          <a href={pathTo(language, 'news', slug)}>{hyphenateText(title, language)}</a>
        </h3>
        <WrongAndRight wrong={wrong} text={text} language={language} />
      </div>
    </li>
  )
}
