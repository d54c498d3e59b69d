import type { Metadata } from 'next'
import { PageHead } from '#components/newsroom/layout/page-head.tsx'
import { Frame } from '#components/newsroom/layout/page-layout.tsx'
import { translator } from '#lib/messages.ts'
import { pathTo, thanksPath } from '#lib/urls.ts'
import { missingMetadata, titled } from '../../../head/metadata.ts'
import { MissingPage } from '../../../missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom } from '../../../page-context.ts'
import type { StandingProps } from '../../../section-page.tsx'

export async function generateMetadata({ params }: StandingProps): Promise<Metadata> {
  const { language } = await params
  const room = await openRoom(language)
  if (!room?.newsroom.hasAccessibility) return missingMetadata(room ?? (await openAnyRoom(language)))
  return { title: titled(room, translator(room.newsroom.language, 'statement')('thanks')), robots: { index: false } }
}

/** The page that thanks for feedback on accessibility. */
export default async function ThanksPage({ params }: StandingProps) {
  const { language: asked } = await params
  const room = await openRoom(asked)
  if (!room?.newsroom.hasAccessibility) return <MissingPage language={asked} />
  const { newsroom, visit } = room
  const t = translator(newsroom.language, 'statement')
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={thanksPath(newsroom.language)}
      addresses={inAllLanguages(room, thanksPath)}
    >
      <div className="wrap">
        <PageHead title={t('thanks')}>
          <p className="intro">{t('thanks-text')}</p>
          <p>
            <a href={pathTo(newsroom.language, 'accessibility')}>{t('thanks-back')}</a>
          </p>
        </PageHead>
      </div>
    </Frame>
  )
}
