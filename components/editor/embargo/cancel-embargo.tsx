'use client'
/** Asks before an embargo is cancelled, since those who have the text are told. Imported only on demand. */
import { Confirmation } from '#components/ui/confirmation.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { PublicationActions } from '../types.ts'
import { ToldHolders } from './told-holders.tsx'
import type { Holder } from './use-embargo.ts'

interface Props {
  releaseId: string
  /** The title of the text, where it is another than the one on the page. */
  title?: string
  held: Holder[]
  greeting: string
  onGreeting: (text: string) => void
  cancel: PublicationActions['cancelSchedule']
  /** Called with the version that the next save starts from. */
  onCancelled: (version: number) => void
  onClose: () => void
}

export function CancelEmbargo({ releaseId, title, held, greeting, onGreeting, cancel, onCancelled, onClose }: Props) {
  const t = useText('embargo-links')
  return (
    <Confirmation
      question={title === undefined ? t('cancel-question') : t('take-out-question', { title })}
      confirm={t('cancel-do')}
      action={async () => {
        const outcome = await cancel(releaseId, greeting)
        if (outcome.version !== undefined) onCancelled(outcome.version)
        return outcome
      }}
      onClose={onClose}
    >
      <p>{t('cancel-about')}</p>
      <ToldHolders held={held} greeting={greeting} onGreeting={onGreeting} />
    </Confirmation>
  )
}
