'use client'
/**
 * Says that a text has been published or scheduled, with the way to see it and the way back; or that the server does not
 * answer, and when it is asked again.
 */
import { useEffect } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { PassingToast } from '#components/ui/passing-toast.tsx'
import type { ReleaseFacts } from '../types.ts'
import type { Retry } from './use-one-at-a-time.ts'
import type { Publishing } from './use-publishing.ts'

export function PublishToast({ release, publishing }: { release: ReleaseFacts; publishing: Publishing }) {
  const t = useText('editor')
  const { done, forget, takeBack, ask, isPending, retry, resolved } = publishing
  if (retry) return <RetryToast retry={retry} what={resolved.at ? 'later' : 'now'} />
  if (!done) return null
  const { text, next, undo } = done
  const follow = {
    'publish-again': () => ask(),
    'undo-throw-away': undo,
    'take-back': takeBack,
    'undo-schedule': takeBack,
  }
  return (
    <PassingToast key={text} onClose={forget}>
      <span>{text}</span>
      {next === 'take-back' && release.path && <a href={release.path}>{t('look')}</a>}
      {next === 'undo-schedule' && <a href={`/studio/releases/${release.id}/preview`}>{t('as-reader')}</a>}
      {next && (
        <button type="button" className="text-button" aria-disabled={isPending || undefined} onClick={follow[next]}>
          {t(next)}
        </button>
      )}
    </PassingToast>
  )
}

function RetryToast({ retry: { seconds, now, stop }, what }: { retry: Retry; what: 'now' | 'later' }) {
  const t = useText('editor')
  const isWaiting = seconds !== null
  useEffect(() => {
    if (isWaiting) announce(t('retry', { what, seconds: 5 }))
  }, [isWaiting, what, t])
  return (
    <PassingToast onClose={stop} stays>
      <span>{isWaiting ? t('retry', { what, seconds }) : t('retrying', { what })}</span>
      <button type="button" className="text-button" aria-disabled={!isWaiting || undefined} onClick={now}>
        {t('try-now')}
      </button>
      <button type="button" className="text-button" aria-disabled={!isWaiting || undefined} onClick={stop}>
        {t('stop-trying')}
      </button>
    </PassingToast>
  )
}
