import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { openSignUp } from '#db/meetings/sign-ups.ts'
import { NewsroomDocument } from '../../newsroom-document.tsx'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }

/** The layout of the page of a sign-up. It checks nothing: the page checks what the link opens. */
export default async function MeetingLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ token: string }>
}) {
  const link = await openSignUp((await params).token)
  return <NewsroomDocument language={link?.release.language ?? ''}>{children}</NewsroomDocument>
}
