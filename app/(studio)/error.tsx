'use client'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import { NoticePage } from './notice-page.tsx'

/** Something nobody foresaw. The log has the details, under the same number. */
export default function Fault({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useText('studio')
  return (
    <NoticePage
      heading={t('fault')}
      text={error.digest ? t('fault-number', { number: error.digest }) : t('fault-text')}
    >
      <Button look="primary" onClick={reset}>
        {t('try-again')}
      </Button>
    </NoticePage>
  )
}
