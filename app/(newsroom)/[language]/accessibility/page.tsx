import type { Metadata } from 'next'
import { AccessibilityStatement } from '#components/newsroom/accessibility-statement.tsx'
import { FeedbackForm } from '#components/newsroom/feedback-form.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { getLiveAccessibility } from '#db/live/statements.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, titled } from '../../head/metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { anyPageContext, inAllLanguages, pageContext } from '../../page-context.ts'
import type { SectionProps } from '../../section-page.tsx'

export async function generateMetadata({ params }: SectionProps): Promise<Metadata> {
  const { language } = await params
  const context = await pageContext(language)
  const statement = context && (await getLiveAccessibility(context.newsroom.language))
  if (!statement) return missingMetadata(context ?? (await anyPageContext(language)))
  const t = translator(context.newsroom.language, 'statement')
  const { service } = statement
  return pageMetadata(context, {
    title: titled(context, translator(context.newsroom.language, 'newsroom')('accessibility')),
    description: t('description', { service }),
    path: pathTo(context.newsroom.language, 'accessibility'),
    addresses: inAllLanguages(context, (other) => pathTo(other, 'accessibility')),
  })
}

/** The accessibility statement, with the form for feedback. It exists only while the newsroom publishes one. */
export default async function AccessibilityPage({ params }: SectionProps) {
  const { language: asked } = await params
  const context = await pageContext(asked)
  const statement = context && (await getLiveAccessibility(context.newsroom.language))
  if (!statement) return <MissingPage language={asked} />
  const { newsroom, visit } = context
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(newsroom.language, 'accessibility')}
      addresses={inAllLanguages(context, (other) => pathTo(other, 'accessibility'))}
    >
      <div className="wrap">
        <AccessibilityStatement statement={statement} newsroom={newsroom}>
          <FeedbackForm language={newsroom.language} name={newsroom.name} />
        </AccessibilityStatement>
      </div>
    </PageLayout>
  )
}
