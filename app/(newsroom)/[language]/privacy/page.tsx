import type { Metadata } from 'next'
import { ContactSection } from '#components/newsroom/contact.tsx'
import { paragraphs } from '#components/newsroom/layout/boilerplate.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { listPressContacts } from '#db/live/people.ts'
import { getLivePrivacy } from '#db/live/statements.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, titled } from '../../head/metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { anyPageContext, inAllLanguages, pageContext } from '../../page-context.ts'
import type { SectionProps } from '../../section-page.tsx'

export async function generateMetadata({ params }: SectionProps): Promise<Metadata> {
  const { language } = await params
  const context = await pageContext(language)
  if (!context) return missingMetadata(await anyPageContext(language))
  const { newsroom } = context
  const t = translator(newsroom.language, 'statement')
  return pageMetadata(context, {
    title: titled(context, translator(newsroom.language, 'newsroom')('privacy')),
    description: t('privacy-description', { name: newsroom.name }),
    path: pathTo(newsroom.language, 'privacy'),
    addresses: inAllLanguages(context, (other) => pathTo(other, 'privacy')),
  })
}

const parts = ['cookies', 'log', 'people', 'forms'] as const

/** The privacy page: the newsroom's own words, or what is true of every newsroom. */
export default async function PrivacyPage({ params }: SectionProps) {
  const { language: asked } = await params
  const context = await pageContext(asked)
  if (!context) return <MissingPage language={asked} />
  const { newsroom, visit } = context
  const t = translator(newsroom.language, 'statement')
  const title = translator(newsroom.language, 'newsroom')('privacy')
  const own = await getLivePrivacy(newsroom.language)
  const { isOpen, keptDays } = newsroom.questions
  const forms = [
    newsroom.hasAccessibility && t('privacy-forms-text'),
    isOpen && t('privacy-questions-text', { days: keptDays }),
  ].filter((text) => text !== false)
  const textsOf = (part: (typeof parts)[number]) => (part === 'forms' ? forms : [t(`privacy-${part}-text`)])
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(newsroom.language, 'privacy')}
      addresses={inAllLanguages(context, (other) => pathTo(other, 'privacy'))}
    >
      <div className="wrap">
        <PageHead title={withSoftHyphens(t('privacy-title', { name: newsroom.name }), newsroom.language)} />
        <div className="after">
          {own
            ? ownBands(own).map(({ heading, texts }, index) => (
                <PageSection
                  key={heading}
                  id={`part-${index + 1}`}
                  title={withSoftHyphens(heading || title, newsroom.language)}
                >
                  {texts.map((text) => (
                    <p key={text} className="text">
                      {hyphenateText(text, newsroom.language)}
                    </p>
                  ))}
                </PageSection>
              ))
            : parts
                .filter((part) => textsOf(part).length > 0)
                .map((part) => (
                  <PageSection key={part} id={part} title={t(`privacy-${part}`)}>
                    {textsOf(part).map((text) => (
                      <p key={text} className="text">
                        {text}
                      </p>
                    ))}
                  </PageSection>
                ))}
          <ContactSection people={await listPressContacts(visit)} newsroom={newsroom} />
        </div>
      </div>
    </PageLayout>
  )
}

/** Splits the newsroom's own words at their headings. What comes before the first stands under the page's own name. */
function ownBands(text: string): { heading: string; texts: string[] }[] {
  const bands = text.split(/^## /m).map((part, index) => {
    const [first = '', ...rest] = part.split('\n')
    return index === 0
      ? { heading: '', texts: paragraphs(part) }
      : { heading: first.trim(), texts: paragraphs(rest.join('\n')) }
  })
  return bands.filter(({ heading, texts }) => heading || texts.length > 0)
}
