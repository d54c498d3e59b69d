import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { openInvitation } from '#db/users/invitations.ts'
import { env } from '#lib/env.ts'
import { languages, rulesOf } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { currentSettings } from '../../../current-settings.ts'
import { pageLanguage } from '../../../language.ts'
import { AccountPage } from '../../account-page.tsx'
import { join } from '../../actions.ts'
import { JoinForm } from './join-form.tsx'

export const metadata = { referrer: 'no-referrer' } satisfies Metadata

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>
}

/** Where an invitation leads. Looking at it changes nothing, so that a program that opens links does not use it up. */
export default async function InvitationPage({ params, searchParams }: Props) {
  const invitation = await openInvitation((await params).token, new Date())
  if (!invitation) notFound()
  const { token } = await params
  const language = await pageLanguage((await searchParams).language)
  const settings = await currentSettings()
  const t = translator(language, 'account')
  const { email, role, madeBy, name } = invitation
  const provider = env.allowsPasswords ? undefined : env.openid?.name
  return (
    <AccountPage
      language={language}
      path={`/account/invitation/${token}`}
      heading={t('invitation', { newsroom: settings?.name ?? 'Pressrum' })}
      lede={
        provider
          ? t('invitation-openid', { name: madeBy, role, provider })
          : t('invitation-lede', { name: madeBy, role })
      }
    >
      <JoinForm
        action={join.bind(null, token, language)}
        email={email}
        provider={provider}
        name={name}
        language={language}
        languages={languages.map((code) => ({ value: code, label: rulesOf(code).name }))}
      />
    </AccountPage>
  )
}
