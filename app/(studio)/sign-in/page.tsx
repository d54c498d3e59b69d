import { redirect } from 'next/navigation'
import { MessagesProvider } from '#components/ui/messages.tsx'
import { PageTitle } from '#components/ui/page-title.tsx'
import { getBrandMark, getSettings } from '#db/settings.ts'
import { env } from '#lib/env.ts'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { wordsScript } from '#lib/words-script.ts'
import { currentUser } from '../../auth.ts'
import { pageLanguage } from '../language.ts'
import { SignedOutPage } from '../signed-out-page.tsx'
import { nextPath } from './next-path.ts'
import { SignInForm } from './sign-in-form.tsx'

type Props = { searchParams: Promise<{ [key: string]: string | string[] | undefined }> }

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams
  const next = nextPath(asked.next)
  if (await currentUser()) redirect(next)
  const settings = await getSettings()
  const language = await pageLanguage(asked.language)
  const t = translator(language, 'sign-in')
  const newsroom = settings?.name ?? 'Pressrum'
  const home = pathTo(settings?.languages[0] ?? rootLanguage)
  return (
    <MessagesProvider
      language={language}
      words={wordsScript(language).path}
      timeZone={settings?.timeZone ?? 'UTC'}
      newsroom={newsroom}
    >
      <PageTitle>{t('title')}</PageTitle>
      <SignedOutPage
        language={language}
        path={`/sign-in?next=${encodeURIComponent(next)}`}
        house={settings && { name: newsroom, mark: await getBrandMark(), href: home }}
        className="signin"
        footer={settings && <a href={home}>{t('to-newsroom')}</a>}
      >
        <div>
          <h1>{t('heading')}</h1>
          <p className="lede">{t('lede')}</p>
        </div>
        <SignInForm next={next} />
        {env.mailServer ? (
          <p className="muted">
            <a href="/account/forgotten">{t('forgotten')}</a> {t('no-account')}
          </p>
        ) : (
          <p className="muted">{t('no-account-or-password')}</p>
        )}
      </SignedOutPage>
    </MessagesProvider>
  )
}
