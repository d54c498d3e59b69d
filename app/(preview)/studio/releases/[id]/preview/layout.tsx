import '#components/tokens.css'
import '#components/fonts.css'
import '../../../../../(newsroom)/newsroom.css'
import './preview.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getRelease } from '#db/releases.ts'
import { openAnyRoom } from '../../../../../(newsroom)/room.ts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false } }

/** The newsroom's own clothes, in the language of the release. It is no boundary: the page says who may see it. */
export default async function PreviewLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ id: string }>
}) {
  const release = await getRelease((await params).id)
  const room = await openAnyRoom(release?.language ?? '')
  return (
    <html lang={room?.newsroom.language ?? 'sv'}>
      <head>
        {room && <style>{`html:root{--accent:${room.newsroom.accent}}`}</style>}
        <link rel="icon" href={room?.newsroom.owner?.mark ? '/mark.svg' : 'data:,'} />
        <script src="/newsroom.js" defer />
      </head>
      <body>{children}</body>
    </html>
  )
}
