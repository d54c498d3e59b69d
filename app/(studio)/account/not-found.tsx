import { translator } from '#lib/messages.ts'
import { pageLanguage } from '../language.ts'
import { NoticePage } from '../notice-page.tsx'

/** What every link that opens nothing shows, whatever the reason: whoever tries is told nothing. */
export default async function DeadLink() {
  const t = translator(await pageLanguage(), 'account')
  return (
    <NoticePage heading={t('dead')} text={t('dead-text')}>
      <a className="button" href="/sign-in">
        {t('to-sign-in')}
      </a>
    </NoticePage>
  )
}
