import { redirect } from 'next/navigation'
import { MessagesProvider } from '#components/ui/messages.tsx'
import { PageTitle } from '#components/ui/page-title.tsx'
import { getBrandMark } from '#db/settings.ts'
import { env } from '#lib/env.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { wordsScript } from '#lib/words-script.ts'
import { currentUser } from '../../auth.ts'
import { currentSettings } from '../current-settings.ts'
import { pageLanguage } from '../language.ts'
import { SignedOutPage } from '../signed-out-page.tsx'
import { nextPath } from './next-path.ts'
import { OpenidForm } from './openid-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

type Props = { searchParams: Promise<{ [key: string]: string | string[] | undefined }> }

/** Returns why the last sign-in with the organisation's account failed, in a sentence, by the code in the address. */
function whyRefused(
  code: string | string[] | undefined,
  { language, name }: { language: Language; name: string },
): string | undefined {
  if (code === 'too-many-attempts') return translator(language, 'sign-in')(code)
  const t = translator(language, 'refusals')
  const isTold = typeof code === 'string' && /^openid-|^disk-full$|^database-unavailable$/.test(code)
  return isTold && t.has(code as never) ? t(code as never, { name } as never) : undefined
}

/** Says whom to ask who cannot sign in. */
function wayOut(t: ReturnType<typeof translator<'sign-in'>>): string {
  if (env.openid && !env.allowsPasswords) return t('openid-only', { name: env.openid.name })
  return env.mailServer ? t('no-account') : t('no-account-or-password')
}

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams
  const next = nextPath(asked.next)
  if (await currentUser()) redirect(next)
  const settings = await currentSettings()
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
        {env.openid && (
          <OpenidForm
            next={next}
            name={env.openid.name}
            isOnly={!env.allowsPasswords}
            refused={whyRefused(asked.error, { language, name: env.openid.name })}
          />
        )}
        {env.allowsPasswords && (
          <>
            {env.openid && <p className="muted">{t('or-password')}</p>}
            <SignInForm next={next} />
          </>
        )}
        <p className="muted">
          {env.allowsPasswords && env.mailServer && <a href="/account/forgotten">{t('forgotten')}</a>} {wayOut(t)}
        </p>
      </SignedOutPage>
    </MessagesProvider>
  )
}
