'use client'
/** The way back from what has just gone out, for as long as nobody has been told of it. */
import { useEffect, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { clockTime } from '#lib/time/phrases.ts'
import type { ReleaseFacts } from '../types.ts'
import type { Publishing } from './use-publishing.ts'

export function TakeBack({ release, publishing }: { release: ReleaseFacts; publishing: Publishing }) {
  const t = useText('editor')
  const clock = useLocale()
  const id = useId()
  const until = useUntil(release.takeBackUntil)
  if (!until) return null
  return (
    <section className="panel-sec" aria-labelledby={id}>
      <h2 id={id}>{t('take-back-heading')}</h2>
      <p className="muted">{t('take-back-until', { time: clockTime(until, clock) })}</p>
      <Button small icon="undo" disabled={publishing.isPending} onClick={publishing.takeBack}>
        {t('take-back')}
      </Button>
    </section>
  )
}

/** Returns a moment until it has come. */
function useUntil(moment: string | null): Date | null {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (!moment) return
    const left = new Date(moment).getTime() - Date.now()
    setOver(left <= 0)
    const timer = setTimeout(() => setOver(true), left)
    return () => clearTimeout(timer)
  }, [moment])
  return moment && !isOver ? new Date(moment) : null
}
