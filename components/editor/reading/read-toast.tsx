'use client'
/** Says that a text has been read, with the way to those who are new and the way back. */
import { useText } from '#components/ui/messages.tsx'
import { PassingToast } from '#components/ui/passing-toast.tsx'
import type { WholeReading } from './use-reading.ts'

export function ReadToast({ reading }: { reading: WholeReading }) {
  const t = useText('reading')
  const { done, forget, takeBack } = reading
  if (!done) return null
  const [first, ...others] = done.made
  return (
    <PassingToast onClose={forget}>
      <span>{t('accepted', { count: done.made.length })}</span>
      {first && (
        <a href={others.length > 0 ? '/studio/people' : `/studio/people/${first}`}>
          {t('fill-in', { count: done.made.length })}
        </a>
      )}
      <button type="button" className="text-button" onClick={takeBack}>
        {t('undo')}
      </button>
    </PassingToast>
  )
}
