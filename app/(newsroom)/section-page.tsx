/** A section of the newsroom, which exists whatever has been published: people, topics, series, press, feeds. */
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, titled } from './head/metadata.ts'
import { breadcrumbsTo } from './head/structured-data.ts'
import { MissingPage } from './missing.tsx'
import { anyPageContext, inAllLanguages, type PageContext, pageContext } from './page-context.ts'

export interface SectionProps {
  params: Promise<{ language: string }>
}
type Section = 'people' | 'topics' | 'series' | 'press' | 'feeds'
type Text = ReturnType<typeof translator<'newsroom'>>

/** Returns the `generateMetadata` of a section. */
export const sectionMetadata =
  (section: Section, title: Parameters<Text>[0]) =>
  async ({ params }: SectionProps): Promise<Metadata> => {
    const { language } = await params
    const context = await pageContext(language)
    if (!context) return missingMetadata(await anyPageContext(language))
    const t = translator(context.newsroom.language, 'newsroom')
    return pageMetadata(context, {
      title: titled(context, t(title)),
      description: t(`${section}-description`, { name: context.newsroom.name }),
      path: pathTo(context.newsroom.language, section),
      addresses: inAllLanguages(context, (other) => pathTo(other, section)),
    })
  }

/** The page of a section. `children` fills it below the masthead. */
export async function SectionPage({
  section,
  params,
  children,
}: SectionProps & { section: Section; children: (context: PageContext, t: Text) => Promise<ReactNode> }) {
  const { language: asked } = await params
  const context = await pageContext(asked)
  if (!context) return <MissingPage language={asked} />
  const { newsroom, visit } = context
  const t = translator(newsroom.language, 'newsroom')
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(newsroom.language, section)}
      here={{ section, exactly: true }}
      addresses={inAllLanguages(context, (other) => pathTo(other, section))}
    >
      <div className="wrap">{await children(context, t)}</div>
      <JsonLd data={breadcrumbsTo(context, section, t(section === 'feeds' ? 'feeds-heading' : section))} />
    </PageLayout>
  )
}
