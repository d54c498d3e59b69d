/** What stands before and after everything that somebody is asked to say yes to. */
import type { ReactNode } from 'react'
import type { DisplayStatus } from '#db/releases/list.ts'
import type { OpenSignOff } from '#db/sign-off/links.ts'
import { translator } from '#lib/messages.ts'
import { formatMoment } from '#lib/time/format.ts'
import type { PageContext } from '../../../(newsroom)/page-context.ts'

interface Props {
  link: OpenSignOff
  context: PageContext
  children?: ReactNode
}

/** The head: whether it is public, until when they can answer, and a word from who asks. */
export function SignOffHead({ link, standing, context: { newsroom }, children }: Props & { standing: DisplayStatus }) {
  const t = translator(newsroom.language, 'sign-off')
  return (
    <header className="axis page-head">
      <div className="in-margin meta">
        <p className="kicker">{t('not-public', { standing })}</p>
        <p>{t('until', { when: formatMoment(link.expiresAt, newsroom) })}</p>
      </div>
      <div className="in-main">
        {children}
        {link.greeting && (
          <p className="by">
            {t('asks', { asker: link.asker })} <q>{link.greeting}</q>
          </p>
        )}
      </div>
    </header>
  )
}

/** The end: who answers, and the button that sends what has been chosen. */
export function YourAnswer({ link: { name, asker }, context: { newsroom }, children }: Props) {
  const t = translator(newsroom.language, 'sign-off')
  return (
    <section className="band axis" aria-labelledby="your-answer">
      <h2 className="in-margin" id="your-answer">
        {t('your-answer')}
      </h2>
      <div className="in-main">
        {children}
        <p className="text-s">{t('answer-as', { name, asker })}</p>
        <p className="send">
          <button className="button" type="submit">
            {t('send')}
          </button>
        </p>
        <p className="hint">{t('not-you', { name })}</p>
      </div>
    </section>
  )
}
