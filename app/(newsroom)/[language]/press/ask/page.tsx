import type { Metadata } from 'next'
import { ContactSection } from '#components/newsroom/contact.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageLayout } from '#components/newsroom/layout/page-layout.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { answering } from '#components/newsroom/questions/answering.ts'
import { QuestionForm } from '#components/newsroom/questions/question-form.tsx'
import { getPressDuty } from '#db/live/duty.ts'
import { listPressContacts } from '#db/live/people.ts'
import { listAskedAbout } from '#db/live/questions/about.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { askPath } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, titled } from '../../../head/metadata.ts'
import { MissingPage } from '../../../missing.tsx'
import { anyPageContext, inAllLanguages, type PagedProps, pageContext, searchParam } from '../../../page-context.ts'

type Props = PagedProps<{ language: string }>

async function open({ params }: Pick<Props, 'params'>) {
  const context = await pageContext((await params).language)
  return context?.newsroom.questions.isOpen ? context : undefined
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const context = await open({ params })
  if (!context) return missingMetadata(await anyPageContext((await params).language))
  const { language, name } = context.newsroom
  const t = translator(language, 'ask')
  return pageMetadata(context, {
    title: titled(context, t('heading')),
    description: t('description', { name }),
    path: askPath(language),
    addresses: inAllLanguages(context, (other) => askPath(other)),
  })
}

/** The form for questions from the press. It exists only while the newsroom takes any. */
export default async function AskPage({ params, searchParams }: Props) {
  const context = await open({ params })
  if (!context) return <MissingPage language={(await params).language} />
  const { newsroom, visit } = context
  const { language } = newsroom
  const t = translator(language, 'ask')
  const about = searchParam(await searchParams, messagesIn(language).urls.about)
  const [texts, press, people] = await Promise.all([
    listAskedAbout(visit, about),
    getPressDuty(visit, newsroom),
    listPressContacts(visit),
  ])
  const duty = press && { press, now: visit.now }
  return (
    <PageLayout
      newsroom={newsroom}
      now={visit.now}
      path={askPath(language)}
      here={{ section: 'press' }}
      addresses={inAllLanguages(context, (other) => askPath(other))}
    >
      <div className="wrap">
        <PageHead title={t('heading')}>
          <p className="intro">
            {t('intro')} {answering(newsroom, duty)}
          </p>
        </PageHead>
        <div className="after">
          <PageSection id={t('anchor')} title={t('written')}>
            <QuestionForm newsroom={newsroom} texts={texts} about={about} now={visit.now} />
          </PageSection>
          <ContactSection people={people} newsroom={newsroom} duty={duty} />
        </div>
      </div>
    </PageLayout>
  )
}
