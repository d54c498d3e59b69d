import { notFound } from 'next/navigation'
import { MessagesProvider } from '#components/ui/messages.tsx'
import { PageTitle } from '#components/ui/page-title.tsx'
import { getSettings, isSetupToken } from '#db/settings.ts'
import { languages, rulesOf } from '#lib/locale.ts'
import { messagesIn, translator } from '#lib/messages.ts'
import { pathTo } from '#lib/urls.ts'
import { wordsScript } from '#lib/words-script.ts'
import { pageLanguage } from '../language.ts'
import { SignedOutPage } from '../signed-out-page.tsx'
import { timeZoneOptions } from '../time-zones.ts'
import { claimNewsroom } from './actions.ts'
import { SetupForm } from './setup-form.tsx'

type Props = { searchParams: Promise<{ [key: string]: string | string[] | undefined }> }

/** The set-up page. It opens with the one-time token, and is a 404 once the newsroom has an owner. */
export default async function SetupPage({ searchParams }: Props) {
  if (await getSettings()) notFound()
  const asked = await searchParams
  const token = typeof asked.token === 'string' ? asked.token : ''
  const language = await pageLanguage(asked.language)
  const t = translator(language, 'setup')
  const isOpen = token !== '' && (await isSetupToken(token))
  const now = new Date()
  const spoken = languages.map((code) => ({
    value: code,
    label: rulesOf(code).name,
    hint: `${pathTo(code, 'news')}/…`,
  }))
  return (
    <MessagesProvider language={language} words={wordsScript(language).path} timeZone="UTC" newsroom="Pressrum">
      <PageTitle>{t('title')}</PageTitle>
      <SignedOutPage
        language={language}
        path={`/setup?token=${encodeURIComponent(token)}`}
        house={undefined}
        className={isOpen ? 'setup' : 'signin'}
        footer={<span>{t('one-file')}</span>}
      >
        {isOpen ? (
          <SetupForm
            action={claimNewsroom.bind(null, token, language)}
            languages={spoken}
            timeZones={timeZoneOptions(language, now)}
            kind={messagesIn(language).kinds.press}
          />
        ) : (
          <div>
            <h1>{t('wrong-token')}</h1>
            <p className="lede">{t('wrong-token-lede')}</p>
          </div>
        )}
      </SignedOutPage>
    </MessagesProvider>
  )
}
