'use client'
/** Moves from change to change, by button or key. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'

export function ChangeSteps({ count }: { count: number }) {
  const t = useText('history')
  const [at, setAt] = useState(0)
  // Kept beside the state, so that a second press counts from the first even where the page has not been drawn between them.
  const reached = useRef(0)
  const move = useCallback(
    (by: number) => {
      const to = reached.current + by
      const place = document.getElementById(`change-${to}`)
      if (!place) return announce(t(to < 1 ? 'first-already' : 'last-already'))
      reached.current = to
      setAt(to)
      place.focus({ preventScroll: true })
      const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
      place.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' })
      announce(t('at', { number: to, count }))
    },
    [count, t],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (!step || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      // In a select these keys open its list.
      if ((event.target as Element).closest('select, input, textarea, [role="dialog"]')) return
      event.preventDefault()
      move(step)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [move])
  return (
    <div className="change-steps">
      {at > 0 && <p>{t('at', { number: at, count })}</p>}
      <Button small icon="arrow-up" aria-keyshortcuts="Alt+ArrowUp" onClick={() => move(-1)}>
        {t('previous')}
      </Button>
      <Button small icon="arrow-down" aria-keyshortcuts="Alt+ArrowDown" onClick={() => move(1)}>
        {t('next')}
      </Button>
    </div>
  )
}
