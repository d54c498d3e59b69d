import './studio.css'
import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import fonts from '#components/styles/fonts.json' with { type: 'json' }
import { Announcer } from '#components/ui/announce.tsx'
import { KeepsPage } from '#components/ui/form/keeps-page.tsx'
import { MessagesProvider } from '#components/ui/messages.tsx'
import { getSettings } from '#db/settings.ts'
import { languageRules } from '#lib/languages.ts'
import { directionOf } from '#lib/locale.ts'
import { studioMessages } from '#lib/studio-messages.ts'
import { pageLanguage } from './language.ts'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { robots: { index: false, follow: false } }

export default async function StudioRootLayout({ children }: { children: ReactNode }) {
  const settings = await getSettings()
  const language = await pageLanguage()
  return (
    <html lang={language} dir={directionOf(language)} data-languages={JSON.stringify(languageRules)}>
      <head>
        <link rel="icon" href={settings ? '/favicon.ico' : 'data:,'} />
        {fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
      </head>
      <body>
        {settings && <style>{`:root { --accent: ${settings.accent} }`}</style>}
        <MessagesProvider
          language={language}
          messages={studioMessages(language)}
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
