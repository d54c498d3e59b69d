import { translator } from '#lib/messages.ts'
import { pageLanguage } from './language.ts'
import { NoticePage } from './notice-page.tsx'

export default async function Unauthorized() {
  const t = translator(await pageLanguage(), 'studio')
  return (
    <NoticePage heading={t('signed-out')} text={t('signed-out-text')}>
      <a className="button primary" href="/sign-in">
        {t('to-sign-in')}
      </a>
    </NoticePage>
  )
}
