'use client'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { Commenting } from './use-comments.ts'

const list = onDemand(async () => (await import('./comment-list.tsx')).CommentList)

/** Shows how many comments are open, and opens the list of all. */
export function CommentsButton({ commenting }: { commenting: Commenting }) {
  const t = useText('comments')
  const count = commenting.open.length
  return (
    <>
      <button
        type="button"
        className="button small quiet comments-button"
        aria-haspopup="dialog"
        title={t('count', { count })}
        onPointerEnter={list.expect}
        onClick={() => commenting.showList(true)}
      >
        <Icon name="comment" small />
        {count > 0 && <span aria-hidden="true">{count}</span>}
        <span className="vh">{t('count', { count })}</span>
      </button>
      {commenting.isListOpen && (
        <OnDemand part={list} commenting={commenting} onClose={() => commenting.showList(false)} />
      )}
    </>
  )
}
