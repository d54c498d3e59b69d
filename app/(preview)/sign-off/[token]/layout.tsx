import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getRelease } from '#db/releases.ts'
import { openSignOff } from '#db/sign-off/links.ts'
import { NewsroomDocument } from '../../newsroom-document.tsx'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }

/** The layout of the page behind a link to say yes. It checks nothing: the page checks what the link opens. */
export default async function SignOffLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ token: string }>
}) {
  const link = await openSignOff((await params).token, new Date())
  const release = link && (await getRelease(link.releaseId))
  return <NewsroomDocument language={release?.language ?? ''}>{children}</NewsroomDocument>
}
