import { translator } from '#lib/messages.ts'
import { pageLanguage } from './language.ts'
import { NoticePage } from './notice-page.tsx'

export default async function NotFound() {
  const t = translator(await pageLanguage(), 'studio')
  return (
    <NoticePage heading={t('not-found')} text={t('not-found-text')}>
      <a className="button" href="/studio">
        {t('to-desk')}
      </a>
    </NoticePage>
  )
}
