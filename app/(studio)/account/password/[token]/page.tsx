import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { openAccountLink } from '#db/users/account-links.ts'
import { translator } from '#lib/messages.ts'
import { pageLanguage } from '../../../language.ts'
import { AccountPage } from '../../account-page.tsx'
import { choosePassword } from '../../actions.ts'
import { NewPasswordForm } from './new-password-form.tsx'

export const metadata = { referrer: 'no-referrer' } satisfies Metadata

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>
}

/** Where a link to a new password leads. Looking at it changes nothing. */
export default async function NewPasswordPage({ params, searchParams }: Props) {
  const link = await openAccountLink('password', (await params).token, new Date())
  if (!link) notFound()
  const { token } = await params
  const language = await pageLanguage((await searchParams).language)
  const t = translator(language, 'account')
  return (
    <AccountPage language={language} path={`/account/password/${token}`} heading={t('reset')} lede={t('reset-lede')}>
      <NewPasswordForm action={choosePassword.bind(null, token, language)} email={link.user.email} />
    </AccountPage>
  )
}
