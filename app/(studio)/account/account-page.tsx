import type { ReactNode } from 'react'
import { MessagesProvider } from '#components/ui/messages.tsx'
import { PageTitle } from '#components/ui/page-title.tsx'
import { getBrandMark } from '#db/settings.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { pathTo } from '#lib/urls.ts'
import { wordsScript } from '#lib/words-script.ts'
import { currentSettings } from '../current-settings.ts'
import { SignedOutPage } from '../signed-out-page.tsx'

interface Props {
  language: Language
  /** The address of the page without its language. */
  path: string
  heading: string
  lede: string
  children?: ReactNode
}

/** The frame of a page about somebody's account, open to whoever has its address. */
export async function AccountPage({ language, path, heading, lede, children }: Props) {
  const settings = await currentSettings()
  const newsroom = settings?.name ?? 'Pressrum'
  const home = pathTo(settings?.languages[0] ?? rootLanguage)
  return (
    <MessagesProvider
      language={language}
      words={wordsScript(language).path}
      timeZone={settings?.timeZone ?? 'UTC'}
      newsroom={newsroom}
    >
      <PageTitle>{heading}</PageTitle>
      <SignedOutPage
        language={language}
        path={path}
        house={settings && { name: newsroom, mark: await getBrandMark(), href: home }}
        className="signin"
        footer={null}
      >
        <div>
          <h1>{heading}</h1>
          <p className="lede">{lede}</p>
        </div>
        {children}
      </SignedOutPage>
    </MessagesProvider>
  )
}
