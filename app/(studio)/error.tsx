'use client'
import { Button } from '#components/ui/button.tsx'
import { ActionRefused } from '#components/ui/form/keeps-page.tsx'
import { useText } from '#components/ui/messages.tsx'
import { awayDigest } from '../away-digest.ts'
import { NoticePage } from './notice-page.tsx'

/** The page for an unexpected error. The log has the details, under the same number. */
export default function Fault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useText('studio')
  if (error instanceof ActionRefused) {
    const [heading, text] =
      error.status === 401 ? (['signed-out', 'signed-out-text'] as const) : (['forbidden', 'forbidden-text'] as const)
    return (
      <NoticePage heading={t(heading)} text={t(text)}>
        <a className="button" href={error.status === 401 ? '/sign-in' : '/studio'}>
          {t(error.status === 401 ? 'to-sign-in' : 'to-desk')}
        </a>
      </NoticePage>
    )
  }
  const isAway = error.digest === awayDigest
  const text = error.digest ? t('fault-number', { number: error.digest }) : t('fault-text')
  return (
    <NoticePage heading={t(isAway ? 'away' : 'fault')} text={isAway ? t('away-text') : text}>
      <Button look="primary" onClick={reset}>
        {t('try-again')}
      </Button>
    </NoticePage>
  )
}
