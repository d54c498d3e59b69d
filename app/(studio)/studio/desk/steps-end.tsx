'use client'
import { useEffect, useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { PassingToast } from '#components/ui/passing-toast.tsx'

/** Where this window keeps that it has shown the list of first steps. */
const key = 'pressrum-first-steps'

/** Says once that the first steps are over, to whoever has seen the list in this window. */
export function StepsEnd({ now }: { now: 'shown' | 'hidden' | 'taken' | 'published' }) {
  const t = useText('first-steps')
  const [said, setSaid] = useState<'taken' | 'published'>()
  useEffect(() => {
    if (now === 'shown') sessionStorage.setItem(key, now)
    else if (now === 'hidden') sessionStorage.removeItem(key)
    else if (sessionStorage.getItem(key)) {
      sessionStorage.removeItem(key)
      setSaid(now)
    }
  }, [now])
  if (!said) return null
  return (
    <PassingToast onClose={() => setSaid(undefined)}>
      <span role="status">{t(`over-${said}`)}</span>
    </PassingToast>
  )
}
