'use client'
/**
 * Runs one action on the release at a time, whatever is pressed meanwhile, and shows and announces the outcome. What the
 * server has not answered, and may be sent twice, is sent again by itself for a while.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { troubleFrom } from '#components/ui/form/form-trouble.ts'
import { useText } from '#components/ui/messages.tsx'
import type { Saver } from '../saving/saver.ts'
import type { Outcome } from '../types.ts'

export interface Done {
  text: string
  /** What can follow: taking back what was published or scheduled, or undoing what was taken back or thrown away. */
  next: 'take-back' | 'undo-schedule' | 'publish-again' | 'undo-throw-away' | null
  /** Undoes what was thrown away. */
  undo?: () => void
}

/** Thrown where the server could not even be asked. */
export class Unanswered extends Error {}

/** The pause before what was not answered is sent again, and how long that is gone on with, in milliseconds. */
const retryAfter = 5_000
const retryFor = 120_000

export interface Retry {
  /** The seconds until it is sent again; null while it is being sent. */
  seconds: number | null
  now: () => void
  stop: () => void
}

interface Repeated {
  act: () => Promise<Outcome>
  next: Done['next']
  began: number
}

export function useOneAtATime(
  saver: Saver,
  { onDone, onUnanswered }: { onDone: () => void; onUnanswered: () => void },
) {
  const t = useText('editor')
  const formText = useText('forms')
  const [isPending, setPending] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [repeated, setRepeated] = useState<Repeated | null>(null)
  const busy = useRef(false)
  const stop = useCallback(() => setRepeated(null), [])

  const refuse = (text: string) => {
    setRefused(text)
    announce(text)
  }
  const tell = (told: Done) => {
    setDone(told)
    announce(told.text)
  }
  const run = async ({ act, next, began }: Repeated, isRepeatable: boolean) => {
    if (busy.current) return
    busy.current = true
    setPending(true)
    setDone(null)
    setRefused(null)
    try {
      const outcome = await act()
      stop()
      if (outcome.status === 'saved') {
        if (outcome.version !== undefined && outcome.version > saver.current().version) saver.moved(outcome.version)
        onDone()
        tell({ text: outcome.message ?? '', next })
      } else {
        refuse(outcome.message ?? Object.values(outcome.errors)[0] ?? '')
        // Somebody has saved in between: the next thing to do is to meet their text.
        if (outcome.code === 'stale') saver.recheck()
      }
    } catch (error) {
      if (!isRepeatable || !isUnanswered(error)) {
        stop()
        return refuse(error instanceof Unanswered ? formText('offline') : formText(troubleFrom(error)))
      }
      onUnanswered()
      if (Date.now() - began < retryFor) return setRepeated({ act, next, began })
      stop()
      refuse(t('no-answer'))
    } finally {
      busy.current = false
      setPending(false)
    }
  }
  const once = (act: () => Promise<Outcome>, next: Done['next']) => void run({ act, next, began: 0 }, false)
  /** As `once`, for what is the same when it is sent twice. */
  const insist = (act: () => Promise<Outcome>, next: Done['next']) => void run({ act, next, began: Date.now() }, true)
  const forget = useCallback(() => {
    setDone(null)
    setRefused(null)
    setRepeated(null)
  }, [])
  const seconds = useCountdown(repeated, isPending, () => repeated && void run(repeated, true))
  const retry: Retry | null = repeated && { seconds, stop, now: () => void run(repeated, true) }
  return { once, insist, isPending, done, tell, refused, forget, retry }
}

/** Whether nothing is known of what was asked: a server's own fault is an answer. */
function isUnanswered(error: unknown): boolean {
  if (error instanceof Unanswered) return true
  const trouble = troubleFrom(error)
  return trouble === 'offline' || (trouble === 'fault' && !(error instanceof Error && 'digest' in error))
}

/** Counts down to the next time, and calls `onOver` then. Returns null while it is being sent. */
function useCountdown(repeated: Repeated | null, isPending: boolean, onOver: () => void): number | null {
  const [left, setLeft] = useState(retryAfter)
  const over = useRef(onOver)
  useEffect(() => {
    over.current = onOver
  })
  const isWaiting = repeated !== null && !isPending
  useEffect(() => {
    if (!isWaiting) return
    const due = Date.now() + retryAfter
    setLeft(retryAfter)
    const timer = setInterval(() => {
      const now = due - Date.now()
      setLeft(Math.max(0, now))
      if (now > 0) return
      clearInterval(timer)
      over.current()
    }, 250)
    return () => clearInterval(timer)
  }, [isWaiting])
  return isWaiting ? Math.ceil(left / 1000) : null
}
