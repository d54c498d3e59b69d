'use client'
/** Says that a text has been published or scheduled, with the way to see it and the way back. */
import { useText } from '#components/ui/messages.tsx'
import { PassingToast } from '#components/ui/passing-toast.tsx'
import type { ReleaseFacts } from '../types.ts'
import type { Publishing } from './use-publishing.ts'

export function PublishToast({ release, publishing }: { release: ReleaseFacts; publishing: Publishing }) {
  const t = useText('editor')
  const { done, forget, takeBack, ask, isPending } = publishing
  if (!done) return null
  const { text, next } = done
  return (
    <PassingToast key={text} onClose={forget}>
      <span>{text}</span>
      {next === 'take-back' && release.path && <a href={release.path}>{t('look')}</a>}
      {next === 'undo-schedule' && <a href={`/studio/releases/${release.id}/preview`}>{t('as-reader')}</a>}
      {next && (
        <button
          type="button"
          className="text-button"
          aria-disabled={isPending || undefined}
          onClick={next === 'publish-again' ? ask : takeBack}
        >
          {t(next)}
        </button>
      )}
    </PassingToast>
  )
}
