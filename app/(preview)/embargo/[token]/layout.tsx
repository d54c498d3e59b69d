import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { openEmbargoLink } from '#db/embargo/links.ts'
import { NewsroomDocument } from '../../newsroom-document.tsx'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }

/** The layout of the pages behind an embargo link. It checks nothing: the pages check what the link opens. */
export default async function EmbargoLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ token: string }>
}) {
  const link = await openEmbargoLink((await params).token, new Date())
  return <NewsroomDocument language={link?.language ?? ''}>{children}</NewsroomDocument>
}
