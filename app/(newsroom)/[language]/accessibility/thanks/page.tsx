import type { Metadata } from 'next'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { translator } from '#lib/messages.ts'
import { pathTo, thanksPath } from '#lib/urls.ts'
import { missingMetadata, titled } from '../../../head/metadata.ts'
import { MissingPage } from '../../../missing.tsx'
import { anyPageContext, inAllLanguages, pageContext } from '../../../page-context.ts'
import type { SectionProps } from '../../../section-page.tsx'

export async function generateMetadata({ params }: SectionProps): Promise<Metadata> {
  const { language } = await params
  const context = await pageContext(language)
  if (!context?.newsroom.hasAccessibility) return missingMetadata(context ?? (await anyPageContext(language)))
  return {
    title: titled(context, translator(context.newsroom.language, 'statement')('thanks')),
    robots: { index: false },
  }
}

/** The page that thanks for feedback on accessibility. */
export default async function ThanksPage({ params }: SectionProps) {
  const { language: asked } = await params
  const context = await pageContext(asked)
  if (!context?.newsroom.hasAccessibility) return <MissingPage language={asked} />
  const { newsroom, visit } = context
  const t = translator(newsroom.language, 'statement')
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={thanksPath(newsroom.language)}
      addresses={inAllLanguages(context, thanksPath)}
    >
      <div className="wrap">
        <PageHead title={t('thanks')}>
          <p className="intro">{t('thanks-text')}</p>
          <p>
            <a href={pathTo(newsroom.language, 'accessibility')}>{t('thanks-back')}</a>
          </p>
        </PageHead>
      </div>
    </PageLayout>
  )
}
