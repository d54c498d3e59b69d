'use client'
/** The button that publishes, labelled with what it will do, and beside it the reason when it cannot. */
import { useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Publishing } from './use-publishing.ts'

export function PublishButton({ publishing }: { publishing: Publishing }) {
  const t = useText('editor')
  const id = useId()
  const { what, label, why, refused, isPending, isAsking, ask } = publishing
  return (
    <div className="act">
      <Button
        look="primary"
        className="wide"
        icon="send"
        disabled={why !== null || isPending}
        aria-describedby={why ? id : undefined}
        aria-haspopup="dialog"
        onClick={ask}
      >
        {isPending ? t('publishing') : t('asks', { what: what === 'publish' ? t('publish') : label })}
      </Button>
      {why && (
        <p className="why" id={id}>
          {why}
        </p>
      )}
      {refused && !isAsking && (
        <p className="error">
          <Icon name="stop" small />
          <span>{refused}</span>
        </p>
      )}
    </div>
  )
}
