import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { openUnsubscribeLink } from '#db/users/unsubscribe.ts'
import { translator } from '#lib/messages.ts'
import { currentSettings } from '../../../current-settings.ts'
import { pageLanguage } from '../../../language.ts'
import { AccountPage } from '../../account-page.tsx'
import { endMail } from '../../actions.ts'
import { AnsweredForm } from '../../answered-form.tsx'

export const metadata = { referrer: 'no-referrer' } satisfies Metadata

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<{ [key: string]: string | string[] | undefined }>
}

/** Where a mail about the work leads whoever wants no more of them. Only the button ends them: programs open links too. */
export default async function UnsubscribePage({ params, searchParams }: Props) {
  const link = await openUnsubscribeLink((await params).token)
  if (!link) notFound()
  const { token } = await params
  const language = await pageLanguage((await searchParams).language)
  const t = translator(language, 'notifications')
  return (
    <AccountPage
      language={language}
      path={`/account/unsubscribe/${token}`}
      heading={t('unsubscribe')}
      lede={t('unsubscribe-lede', { name: link.name, newsroom: (await currentSettings())?.name ?? '' })}
    >
      <AnsweredForm
        action={endMail.bind(null, token, language)}
        confirm={t('unsubscribe-button')}
        answer={{ heading: t('unsubscribed'), text: t('unsubscribed-text') }}
        onward={{ href: '/studio/profile#notifications', label: t('to-profile') }}
      />
    </AccountPage>
  )
}
