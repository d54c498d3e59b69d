import type { Metadata } from 'next'
import { ContactSection } from '#components/newsroom/contact.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { answering } from '#components/newsroom/questions/answering.ts'
import { getPressDuty } from '#db/live/duty.ts'
import { listPressContacts } from '#db/live/people.ts'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { askedPath, pathTo } from '#lib/urls.ts'
import { missingMetadata, titled } from '../../../../head/metadata.ts'
import { MissingPage } from '../../../../missing.tsx'
import { anyPageContext, inAllLanguages, pageContext } from '../../../../page-context.ts'
import type { SectionProps } from '../../../../section-page.tsx'

export async function generateMetadata({ params }: SectionProps): Promise<Metadata> {
  const { language } = await params
  const context = await pageContext(language)
  if (!context?.newsroom.questions.isOpen) return missingMetadata(context ?? (await anyPageContext(language)))
  const t = translator(context.newsroom.language, 'ask')
  return { title: titled(context, t('thanks')), robots: { index: false } }
}

/** The page that thanks for a question, and says what to do when no answer comes. */
export default async function AskedPage({ params }: SectionProps) {
  const { language: asked } = await params
  const context = await pageContext(asked)
  if (!context?.newsroom.questions.isOpen) return <MissingPage language={asked} />
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'ask')
  const [press, people] = await Promise.all([getPressDuty(visit, newsroom), listPressContacts(visit)])
  const duty = press && { press, now: visit.now }
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={askedPath(language)}
      addresses={inAllLanguages(context, askedPath)}
    >
      <div className="wrap">
        <PageHead title={t('thanks')}>
          <p className="intro">
            {t('thanks-text')} {duty && answering(newsroom, duty)}
          </p>
          <p>
            {env.mailServer && t('thanks-mail')} {t('thanks-else')}
          </p>
          <p>
            <a href={pathTo(language, 'press')}>{t('thanks-back')}</a>
          </p>
        </PageHead>
        <div className="after">
          <ContactSection people={people} newsroom={newsroom} duty={duty} />
        </div>
      </div>
    </PageLayout>
  )
}
