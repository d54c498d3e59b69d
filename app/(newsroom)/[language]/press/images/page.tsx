import '../press.css'
import type { Metadata } from 'next'
import { CopyStatus } from '#components/newsroom/copy-quote.tsx'
import { BankPictures } from '#components/newsroom/image-bank.tsx'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { Pagination } from '#components/newsroom/layout/pagination.tsx'
import { listBankImages } from '#db/live/image-bank.ts'
import { translator } from '#lib/messages.ts'
import { imageBankPath, pageOf } from '#lib/urls.ts'
import { missingMetadata, pagedTitle, pageMetadata } from '../../../head/metadata.ts'
import { breadcrumbsTo } from '../../../head/structured-data.ts'
import { MissingPage } from '../../../missing.tsx'
import { anyPageContext, inAllLanguages, type PagedProps, pageContext, pageParam } from '../../../page-context.ts'

type Props = PagedProps<{ language: string }>

const imagesPerPage = 24

async function open({ params, searchParams }: Props) {
  const context = await pageContext((await params).language)
  const page = context && pageParam(await searchParams, context.newsroom.language)
  if (!context || !page) return undefined
  const bank = await listBankImages(context.visit, { limit: imagesPerPage, offset: (page - 1) * imagesPerPage })
  const pages = Math.max(1, Math.ceil(bank.total / imagesPerPage))
  return page > pages ? undefined : { context, page, pages, ...bank }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const opened = await open(props)
  if (!opened) return missingMetadata(await anyPageContext((await props.params).language))
  const { context, page } = opened
  const { language, name } = context.newsroom
  const t = translator(language, 'newsroom')
  return pageMetadata(context, {
    title: pagedTitle(context, t('images-heading'), page),
    description: t('images-description', { name }),
    path: pageOf(imageBankPath(language), language, page),
    ...(page === 1 ? { addresses: inAllLanguages(context, imageBankPath) } : {}),
  })
}

/** The image bank: every image of live releases, page by page. */
export default async function ImagesPage(props: Props) {
  const opened = await open(props)
  if (!opened) return <MissingPage language={(await props.params).language} />
  const { context, page, pages, total, images } = opened
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const path = imageBankPath(language)
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pageOf(path, language, page)}
      here={{ section: 'press' }}
      addresses={inAllLanguages(context, imageBankPath)}
    >
      <div className="wrap">
        <PageHead kicker={t('images-count', { count: total })} title={t('images-heading')}>
          <p className="intro">{total === 0 ? t('no-images') : t('images-intro')}</p>
        </PageHead>
        {images.length > 0 && (
          <PageSection id={t('anchors.images')} title={t('all-images')} className="after">
            <BankPictures images={images} language={language} />
            <Pagination path={path} page={page} pages={pages} language={language} />
            <CopyStatus newsroom={newsroom} />
          </PageSection>
        )}
      </div>
      <JsonLd data={breadcrumbsTo(context, 'press', t('press'), { name: t('images-heading'), path })} />
    </PageLayout>
  )
}
