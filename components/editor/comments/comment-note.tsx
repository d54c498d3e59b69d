'use client'
/** A comment with its answers, and buttons to answer and resolve it. */
import { useEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { whenText } from '#lib/time/phrases.ts'
import { useUnfolding } from '../inspector/use-unfolding.ts'
import { CommentForm } from './comment-form.tsx'
import { type Commenting, type CommentJson, type CommentThread, newIn } from './use-comments.ts'

export function CommentNote({ thread, commenting }: { thread: CommentThread; commenting: Commenting }) {
  const t = useText('comments')
  const [isReplying, setReplying] = useState(false)
  const settle = async () => {
    const trouble = await commenting.settle(thread.id, !thread.resolvedAt)
    if (trouble) announce(trouble)
  }
  const end = useLooking(thread, commenting.look)
  const part = useUnfolding<HTMLDivElement>(isReplying, { into: 'textarea', back: '.acts > button' })
  return (
    <>
      <Spoken said={thread} />
      {thread.replies.map((reply) => (
        <div key={reply.id} className="reply">
          <Spoken said={reply} />
        </div>
      ))}
      {thread.resolvedBy && <p className="m">{t('resolved-by', { name: thread.resolvedBy })}</p>}
      <div ref={part}>
        {isReplying ? (
          <CommentForm
            label={t('your-reply')}
            send={t('send-reply')}
            onSend={(text) => commenting.reply(thread.id, text)}
            onClose={() => setReplying(false)}
          />
        ) : (
          <p className="acts" ref={end}>
            {!thread.resolvedAt && (
              <button type="button" className="text-button" onClick={() => setReplying(true)}>
                {t('reply')}
                <span className="vh"> {t('reply-whom', { name: thread.author })}</span>
              </button>
            )}
            <button type="button" className="text-button" onClick={() => void settle()}>
              {t(thread.resolvedAt ? 'reopen' : 'resolve')}
              <span className="vh">{t('resolve-what', { name: thread.author })}</span>
            </button>
          </p>
        )}
      </div>
    </>
  )
}

/** A comment counts as looked at when its end has been in view for so many milliseconds. */
const lookLasts = 800

/** Returns a ref to the end of a thread, and notes when somebody has had it before their eyes. */
function useLooking(thread: CommentThread, onLook: (thread: CommentThread) => void) {
  const end = useRef<HTMLParagraphElement>(null)
  const hasNew = newIn(thread).length > 0
  useEffect(() => {
    const seen = end.current
    if (!seen || !hasNew) return
    let timer: number | undefined
    const watch = new IntersectionObserver(([entry]) => {
      window.clearTimeout(timer)
      if (entry?.isIntersecting) {
        timer = window.setTimeout(() => document.visibilityState === 'visible' && onLook(thread), lookLasts)
      }
    })
    watch.observe(seen)
    return () => {
      window.clearTimeout(timer)
      watch.disconnect()
    }
  }, [thread, hasNew, onLook])
  return end
}

function Spoken({ said }: { said: CommentJson }) {
  const t = useText('comments')
  const clock = useLocale()
  return (
    <>
      <p className="m">
        {said.isNew && <span className="new">{t('new')}</span>} <b>{said.author}</b>
        {said.link && <>, {t('guest', { link: said.link })}</>}{' '}
        <time dateTime={said.at}>{whenText(new Date(said.at), clock)}</time>
      </p>
      <p className="spoken">{said.text}</p>
    </>
  )
}
