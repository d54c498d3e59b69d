'use client'
/** A comment with its answers, and buttons to answer and resolve it. */
import { useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { whenText } from '#lib/time/phrases.ts'
import { CommentForm } from './comment-form.tsx'
import type { Commenting, CommentJson, CommentThread } from './use-comments.ts'

export function CommentNote({ thread, commenting }: { thread: CommentThread; commenting: Commenting }) {
  const t = useText('comments')
  const [isReplying, setReplying] = useState(false)
  const settle = async () => {
    const trouble = await commenting.settle(thread.id, !thread.resolvedAt)
    if (trouble) announce(trouble)
  }
  return (
    <>
      <Spoken said={thread} />
      {thread.replies.map((reply) => (
        <div key={reply.id} className="reply">
          <Spoken said={reply} />
        </div>
      ))}
      {thread.resolvedBy && <p className="m">{t('resolved-by', { name: thread.resolvedBy })}</p>}
      {isReplying ? (
        <CommentForm
          label={t('your-reply')}
          send={t('send-reply')}
          onSend={(text) => commenting.reply(thread.id, text)}
          onClose={() => setReplying(false)}
        />
      ) : (
        <p className="acts">
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
    </>
  )
}

function Spoken({ said }: { said: CommentJson }) {
  const t = useText('comments')
  const clock = useLocale()
  return (
    <>
      <p className="m">
        <b>{said.author}</b>
        {said.link && <>, {t('guest', { link: said.link })}</>}{' '}
        <time dateTime={said.at}>{whenText(new Date(said.at), clock)}</time>
      </p>
      <p className="spoken">{said.text}</p>
    </>
  )
}
