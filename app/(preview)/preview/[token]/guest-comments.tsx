/** The comments beside each block that were made through this preview link, and a form that needs no script. */

import type { ReactNode } from 'react'
import { DateTime } from '#components/newsroom/date-time.tsx'
import { Icon } from '#components/newsroom/layout/icon.tsx'
import type { Thread } from '#db/releases/comments.ts'
import { type Anchor, anchorAt, type Commented, maxCommentLength } from '#lib/document/comment-anchor.ts'
import { translator } from '#lib/messages.ts'
import type { Clock } from '#lib/time/format.ts'

interface Props {
  token: string
  preview: Commented
  place: Anchor['place']
  index: number
  clock: Clock
  threads: Thread[]
  /** What else can be said about the same block. */
  children?: ReactNode
}

export function GuestComments({ token, preview, place, index, clock, threads, children }: Props) {
  const anchor = anchorAt(preview, { place, index })
  if (!anchor || (place === 'block' && !anchor.text && !anchor.key)) return null
  const t = translator(clock.language, 'guest')
  const where = t(`comment-on-${place}`, { number: index + 1 })
  const id = `${place}-${index}`
  return (
    <div className={place === 'block' ? 'guest' : 'guest wrap'}>
      <Said threads={threads} clock={clock} />
      <details>
        <summary>
          <Icon name="comment" />
          {t('comment')}
          <span className="vh">: {where}</span>
        </summary>
        <form method="post" action={`/preview/${token}/comments`}>
          {(['place', 'index', 'key'] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={anchor[name]} />
          ))}
          <input type="hidden" name="about" value={anchor.text} />
          <label htmlFor={`name-${id}`}>{t('your-name')}</label>
          <input id={`name-${id}`} name="name" required maxLength={100} autoComplete="name" />
          <label htmlFor={`text-${id}`}>{t('your-comment')}</label>
          <textarea id={`text-${id}`} name="text" required maxLength={maxCommentLength} rows={4} />
          <button type="submit" className="button">
            {t('send')}
          </button>
        </form>
      </details>
      {children}
    </div>
  )
}

function Said({ threads, clock, quoting = false }: { threads: Thread[]; clock: Clock; quoting?: boolean }) {
  const t = translator(clock.language, 'guest')
  if (threads.length === 0) return null
  return (
    <ul className="said-here">
      {threads.map((thread) => (
        <li key={thread.id} id={`k-${thread.id}`}>
          {quoting && <p className="m">{t('moved-about', { quote: thread.quote })}</p>}
          <p className="m">
            <b>{thread.author}</b> <DateTime date={thread.at} clock={clock} />
            {thread.resolvedAt && ` · ${t('resolved')}`}
          </p>
          <p className="words">{thread.text}</p>
        </li>
      ))}
    </ul>
  )
}

/** Comments on blocks that are gone. */
export function MovedComments({ threads, clock }: Pick<Props, 'threads' | 'clock'>) {
  if (threads.length === 0) return null
  const t = translator(clock.language, 'guest')
  return (
    <aside className="guest wrap moved" aria-labelledby="moved">
      <h2 id="moved">{t('moved')}</h2>
      <Said threads={threads} clock={clock} quoting />
    </aside>
  )
}
