import './press.css'
import { ContactSection } from '#components/newsroom/contact.tsx'
import { CopyStatus } from '#components/newsroom/copy-quote.tsx'
import { BankPictures, BankPortraits } from '#components/newsroom/image-bank.tsx'
import { Boilerplate, Funders } from '#components/newsroom/layout/boilerplate.tsx'
import { Logos } from '#components/newsroom/layout/logos.tsx'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { PageSection } from '#components/newsroom/layout/page-section.tsx'
import { AskRow } from '#components/newsroom/questions/ask-row.tsx'
import { StoryList } from '#components/newsroom/story-list.tsx'
import { getPressDuty } from '#db/live/duty.ts'
import { listBankImages } from '#db/live/image-bank.ts'
import { listLivePeople } from '#db/live/people.ts'
import { listLiveReleases } from '#db/live/releases.ts'
import { imageBankPath, pathTo } from '#lib/urls.ts'
import { SectionPage, type SectionProps, sectionMetadata } from '../../section-page.tsx'

export const generateMetadata = sectionMetadata('press', 'press-heading')

const picturesHere = 9
const portraitsHere = 12
const latestHere = 5

/** The press room: whom to call, what to download, what the organisation is, and its latest releases. */
export default function PressPage({ params }: SectionProps) {
  return (
    <SectionPage section="press" params={params}>
      {async ({ newsroom, visit }, t) => {
        const { language } = newsroom
        const [people, bank, latest, press] = await Promise.all([
          listLivePeople(visit),
          listBankImages(visit, { limit: picturesHere }),
          listLiveReleases(visit, { limit: latestHere }),
          getPressDuty(visit, newsroom),
        ])
        const pictured = people.filter((person) => person.portrait)
        return (
          <>
            <PageHead title={t('press-heading')}>
              <p className="intro">{t('press-intro')}</p>
            </PageHead>
            <div className="after">
              <ContactSection
                people={people.filter((person) => person.pressContact)}
                newsroom={newsroom}
                duty={press && { press, now: visit.now }}
                ask={newsroom.questions.isOpen && <AskRow newsroom={newsroom} />}
              />
              {bank.images.length > 0 && (
                <PageSection id={t('anchors.images')} title={t('images-heading')}>
                  <BankPictures images={bank.images} language={language} />
                  {bank.total > picturesHere && (
                    <p className="more">
                      <a href={imageBankPath(language)}>{t('all-images')}</a>
                    </p>
                  )}
                </PageSection>
              )}
              {pictured.length > 0 && (
                <PageSection id={t('anchors.portrait')} title={t('portraits')}>
                  <BankPortraits people={pictured.slice(0, portraitsHere)} language={language} />
                  {pictured.length > portraitsHere && (
                    <p className="more">
                      <a href={pathTo(language, 'people')}>{t('all-people')}</a>
                    </p>
                  )}
                </PageSection>
              )}
              <CopyStatus newsroom={newsroom} />
              <Logos newsroom={newsroom} />
              <Boilerplate newsroom={newsroom} />
              <Funders newsroom={newsroom} />
              {latest.length > 0 && (
                <PageSection id={t('anchors.latest')} title={t('latest')} className="no-print">
                  <StoryList stories={latest} clock={visit} opening />
                  <p className="more">
                    <a href={pathTo(language, 'news')}>{t('all-news')}</a>
                  </p>
                </PageSection>
              )}
            </div>
          </>
        )
      }}
    </SectionPage>
  )
}
