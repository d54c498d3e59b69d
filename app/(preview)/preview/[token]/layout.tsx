import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { openPreviewLink } from '#db/releases/preview-links.ts'
import { getRelease } from '#db/releases.ts'
import { NewsroomDocument } from '../../newsroom-document.tsx'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }

/** The layout of a guest's page. It checks nothing: the page checks what the link opens. */
export default async function GuestLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ token: string }>
}) {
  const link = await openPreviewLink((await params).token, new Date())
  const release = link && (await getRelease(link.releaseId))
  return <NewsroomDocument language={release?.language ?? ''}>{children}</NewsroomDocument>
}
