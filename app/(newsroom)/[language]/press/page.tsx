import type { Metadata } from 'next'
import { Boilerplate, Funders } from '#components/about.tsx'
import { ContactBand } from '#components/contact.tsx'
import { Frame } from '#components/frame.tsx'
import { PageHead } from '#components/page-head.tsx'
import { listPressContacts } from '#db/live-people.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, titled } from '../../metadata.ts'
import { MissingPage } from '../../missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom } from '../../room.ts'

type Props = { params: Promise<{ language: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { language } = await params
  const room = await openRoom(language)
  if (!room) return missingMetadata(await openAnyRoom(language))
  const t = translator(room.newsroom.language, 'newsroom')
  return pageMetadata(room, {
    title: titled(room, t('press-heading')),
    description: t('press-description', { name: room.newsroom.name }),
    path: pathTo(room.newsroom.language, 'press'),
    addresses: inAllLanguages(room, (other) => pathTo(other, 'press')),
  })
}

/** Where journalists turn: whom to call, what the organisation is, and who pays. */
export default async function PressPage({ params }: Props) {
  const { language: asked } = await params
  const room = await openRoom(asked)
  if (!room) return <MissingPage language={asked} />
  const { newsroom, visit } = room
  const { language } = newsroom
  const t = translator(language, 'newsroom')
  const contacts = await listPressContacts(visit)
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(language, 'press')}
      here={{ place: 'press', exactly: true }}
      addresses={inAllLanguages(room, (other) => pathTo(other, 'press'))}
    >
      <div className="wrap">
        <PageHead title={t('press-heading')}>
          <p className="intro">{t('press-intro')}</p>
        </PageHead>
        <div className="after">
          <ContactBand people={contacts} newsroom={newsroom} />
          <Boilerplate newsroom={newsroom} />
          <Funders newsroom={newsroom} />
        </div>
      </div>
    </Frame>
  )
}
