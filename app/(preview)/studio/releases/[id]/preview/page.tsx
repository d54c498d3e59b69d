import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Frame } from '#components/frame.tsx'
import { ReleasePage } from '#components/release.tsx'
import { getPreview } from '#db/live-release.ts'
import { listRelatedReleases } from '#db/live-releases.ts'
import { getRelease } from '#db/releases.ts'
import { plainText } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { openRoom, type Room } from '../../../../../(newsroom)/room.ts'
import { requireRole } from '../../../../../auth.ts'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ width?: string; bare?: string }>
}

const read = async (id: string) => {
  const release = await getRelease(id)
  const room = release && (await openRoom(release.language))
  const preview = room && (await getPreview(id, room.visit))
  return room && preview && { room, preview }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const user = await requireRole('contributor')
  const found = await read((await params).id)
  return {
    title: translator(user.language, 'editor')('preview-title', { title: plainText(found?.preview.title ?? '') }),
  }
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const user = await requireRole('contributor')
  const [{ id }, { width, bare }] = await Promise.all([params, searchParams])
  const found = await read(id)
  if (!found) notFound()
  if (bare) return <Preview {...found} />
  const address = `/studio/releases/${id}/preview`
  const isPhone = width === 'phone'
  return (
    <>
      <PreviewBar language={user.language} back={`/studio/releases/${id}`} address={address} isPhone={isPhone} />
      {isPhone ? <PhoneFrame language={user.language} src={`${address}?bare=1`} /> : <Preview {...found} />}
    </>
  )
}

async function Preview({
  room,
  preview,
}: {
  room: Room
  preview: NonNullable<Awaited<ReturnType<typeof getPreview>>>
}) {
  const { newsroom, visit } = room
  const related = await listRelatedReleases(
    {
      storyId: preview.storyId,
      topicIds: preview.topics.map((topic) => topic.id),
      personIds: [...preview.speakers.keys()],
    },
    visit,
    3,
  )
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(newsroom.language, 'news', preview.slug)}
      here={{ place: 'news' }}
    >
      <ReleasePage release={preview} related={related} newsroom={newsroom} now={visit.now} />
    </Frame>
  )
}

interface BarProps {
  language: Language
  back: string
  address: string
  isPhone: boolean
}

function PreviewBar({ language, back, address, isPhone }: BarProps) {
  const t = translator(language, 'editor')
  return (
    <aside className="preview-bar" lang={language} aria-label={t('preview')}>
      <a href={back}>{t('preview-back')}</a>
      <p>{t('preview-what')}</p>
      <nav aria-label={t('preview-width')}>
        <a href={address} aria-current={isPhone ? undefined : 'page'}>
          {t('preview-full')}
        </a>
        <a href={`${address}?width=phone`} aria-current={isPhone ? 'page' : undefined}>
          {t('preview-phone')}
        </a>
      </nav>
    </aside>
  )
}

function PhoneFrame({ language, src }: { language: Language; src: string }) {
  return (
    <main className="preview-phone">
      <iframe src={src} title={translator(language, 'editor')('preview')} />
    </main>
  )
}
