import '#components/tokens.css'
import '../newsroom.css'
import type { ReactNode } from 'react'
import { isLanguage } from '#lib/locale.ts'

export const dynamic = 'force-dynamic'

export default async function NewsroomLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ language: string }>
}) {
  const { language } = await params
  return (
    <html lang={isLanguage(language) ? language : 'sv'}>
      <body>{children}</body>
    </html>
  )
}
