/** A section of the newsroom's menu, which exists whatever has been published: people, topics, series, press. */
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { JsonLd } from '#components/newsroom/layout/json-ld.tsx'
import { Frame } from '#components/newsroom/layout/page-layout.tsx'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { missingMetadata, pageMetadata, titled } from './head/metadata.ts'
import { breadcrumbsTo } from './head/structured-data.ts'
import { MissingPage } from './missing.tsx'
import { inAllLanguages, openAnyRoom, openRoom, type Room } from './page-context.ts'

export interface StandingProps {
  params: Promise<{ language: string }>
}
type Place = 'people' | 'topics' | 'series' | 'press'
type Text = ReturnType<typeof translator<'newsroom'>>

/** Returns the `generateMetadata` of a section. */
export const standingMetadata =
  (place: Place, title: Parameters<Text>[0]) =>
  async ({ params }: StandingProps): Promise<Metadata> => {
    const { language } = await params
    const room = await openRoom(language)
    if (!room) return missingMetadata(await openAnyRoom(language))
    const t = translator(room.newsroom.language, 'newsroom')
    return pageMetadata(room, {
      title: titled(room, t(title)),
      description: t(`${place}-description`, { name: room.newsroom.name }),
      path: pathTo(room.newsroom.language, place),
      addresses: inAllLanguages(room, (other) => pathTo(other, place)),
    })
  }

/** The page of a section. `children` fills it below the masthead. */
export async function StandingPage({
  place,
  params,
  children,
}: StandingProps & { place: Place; children: (room: Room, t: Text) => Promise<ReactNode> }) {
  const { language: asked } = await params
  const room = await openRoom(asked)
  if (!room) return <MissingPage language={asked} />
  const { newsroom, visit } = room
  const t = translator(newsroom.language, 'newsroom')
  return (
    <Frame
      newsroom={newsroom}
      now={visit.now}
      path={pathTo(newsroom.language, place)}
      here={{ place, exactly: true }}
      addresses={inAllLanguages(room, (other) => pathTo(other, place))}
    >
      <div className="wrap">{await children(room, t)}</div>
      <JsonLd data={breadcrumbsTo(room, place, t(place))} />
    </Frame>
  )
}
