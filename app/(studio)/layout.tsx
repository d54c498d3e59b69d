import './studio.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import fonts from '#components/styles/fonts.json' with { type: 'json' }
import { Announcer } from '#components/ui/announce.tsx'
import { KeepsPage } from '#components/ui/form/keeps-page.tsx'
import { MessagesProvider } from '#components/ui/messages.tsx'
import { unlessAway } from '#db/engine/outage.ts'
import { directionOf } from '#lib/locale.ts'
import { wordsScript } from '#lib/words-script.ts'
import { currentSettings } from './current-settings.ts'
import { pageLanguage } from './language.ts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false } }

export default async function StudioRootLayout({ children }: { children: ReactNode }) {
  // No boundary stands around this frame: without the database it is plain, and says inside why.
  const settings = await currentSettings().catch(unlessAway)
  const language = await pageLanguage()
  const words = wordsScript(language).path
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        {/* It runs before the page is read on, so that no component is without its words. */}
        <script src={words} />
        <link rel="icon" href={settings ? '/favicon.ico' : 'data:,'} />
        {fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
      </head>
      <body>
        {settings && <style>{`:root { --accent: ${settings.accent} }`}</style>}
        <MessagesProvider
          language={language}
          words={words}
          timeZone={settings?.timeZone ?? 'UTC'}
          newsroom={settings?.name ?? 'Pressrum'}
        >
          {children}
        </MessagesProvider>
        <Announcer />
        <KeepsPage />
      </body>
    </html>
  )
}
