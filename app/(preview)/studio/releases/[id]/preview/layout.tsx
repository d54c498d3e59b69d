import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getRelease } from '#db/releases.ts'
import { NewsroomDocument } from '../../../../newsroom-document.tsx'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false } }

/** The layout of the members' preview. It checks nothing: the page checks who may see it. */
export default async function PreviewLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ id: string }>
}) {
  const release = await getRelease((await params).id)
  return <NewsroomDocument language={release?.language ?? ''}>{children}</NewsroomDocument>
}
