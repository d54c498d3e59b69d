import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { openAccountLink } from '#db/users/account-links.ts'
import { translator } from '#lib/messages.ts'
import { pageLanguage } from '../../../language.ts'
import { AccountPage } from '../../account-page.tsx'
import { confirmAddress } from '../../actions.ts'
import { AnsweredForm } from '../../answered-form.tsx'

export const metadata = { referrer: 'no-referrer' } satisfies Metadata

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>
}

/** Where the mail to a new address leads. Only the button confirms it: programs open links too. */
export default async function ConfirmAddressPage({ params, searchParams }: Props) {
  const link = await openAccountLink('email', (await params).token, new Date())
  if (!link) notFound()
  const { token } = await params
  const language = await pageLanguage((await searchParams).language)
  const t = translator(language, 'account')
  return (
    <AccountPage
      language={language}
      path={`/account/email/${token}`}
      heading={t('confirm')}
      lede={t('confirm-lede', { name: link.user.name, email: link.email ?? '' })}
    >
      <AnsweredForm
        action={confirmAddress.bind(null, token, language)}
        confirm={t('confirm-button')}
        answer={{ heading: t('confirmed'), text: t('confirmed-text') }}
        onward={{ href: '/studio', label: t('to-studio') }}
      />
    </AccountPage>
  )
}
