import { messagesIn, translator } from '#lib/messages.ts'
import { pageLanguage } from '../language.ts'
import { NoticePage } from '../notice-page.tsx'

/** What every link that opens nothing shows, whatever its kind and the reason: whoever tries is told nothing. */
export default async function DeadLink() {
  const language = await pageLanguage()
  const { title, text } = messagesIn(language).serving['link-opens-nothing']
  return (
    <NoticePage heading={title} text={text}>
      <a className="button" href="/sign-in">
        {translator(language, 'account')('to-sign-in')}
      </a>
    </NoticePage>
  )
}
