import { Boilerplate, Funders } from '#components/about.tsx'
import { ContactBand } from '#components/contact.tsx'
import { PageHead } from '#components/page-head.tsx'
import { listPressContacts } from '#db/live-people.ts'
import { StandingPage, type StandingProps, standingMetadata } from '../../standing-page.tsx'

export const generateMetadata = standingMetadata('press', 'press-heading')

/** Where journalists turn: whom to call, what the organisation is, and who pays. */
export default function PressPage({ params }: StandingProps) {
  return (
    <StandingPage place="press" params={params}>
      {async ({ newsroom, visit }, t) => (
        <>
          <PageHead title={t('press-heading')}>
            <p className="intro">{t('press-intro')}</p>
          </PageHead>
          <div className="after">
            <ContactBand people={await listPressContacts(visit)} newsroom={newsroom} />
            <Boilerplate newsroom={newsroom} />
            <Funders newsroom={newsroom} />
          </div>
        </>
      )}
    </StandingPage>
  )
}
