import { TextField } from '#components/ui/form/text-field.tsx'
import { env } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { pageLanguage } from '../../language.ts'
import { AccountPage } from '../account-page.tsx'
import { askForPassword } from '../actions.ts'
import { AnsweredForm } from '../answered-form.tsx'

type Props = { searchParams: Promise<{ [key: string]: string | string[] | undefined }> }

/** Where a forgotten password is asked for. What it answers says nothing of who has an account. */
export default async function ForgottenPage({ searchParams }: Props) {
  const asked = await searchParams
  const language = await pageLanguage(asked.language)
  const t = translator(language, 'account')
  return (
    <AccountPage
      language={language}
      path="/account/forgotten"
      heading={t('forgotten')}
      lede={env.mailServer ? t('forgotten-lede') : t('forgotten-no-mail')}
    >
      {env.mailServer && (
        <AnsweredForm
          action={askForPassword.bind(null, language)}
          confirm={t('ask')}
          answer={{ heading: t('asked'), text: t('asked-text', { email: '{email}' }) }}
          onward={{ href: '/sign-in', label: t('to-sign-in') }}
        >
          <TextField name="email" label={t('email')} type="email" autoComplete="username" required spellCheck={false} />
        </AnsweredForm>
      )}
    </AccountPage>
  )
}
