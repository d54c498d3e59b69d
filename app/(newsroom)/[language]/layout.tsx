import { directionOf, rootLanguage } from '#lib/locale.ts'
import '../newsroom.css'
import type { Viewport } from 'next'
import type { ReactNode } from 'react'
import { IconLinks } from '#components/newsroom/layout/icon-links.tsx'
import fonts from '#components/styles/fonts.json' with { type: 'json' }
import { anyPageContext } from '../page-context.ts'

export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf9' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

export default async function NewsroomLayout({
  children,
  params,
}: {
  children: ReactNode
  params: Promise<{ language: string }>
}) {
  const context = await anyPageContext((await params).language)
  const language = context?.newsroom.language ?? rootLanguage
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        {fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        {context && <style>{`html:root{--accent:${context.newsroom.accent}}`}</style>}
        {context && <IconLinks newsroom={context.newsroom} />}
        <script defer src="/newsroom.js" />
      </head>
      <body>{children}</body>
    </html>
  )
}
