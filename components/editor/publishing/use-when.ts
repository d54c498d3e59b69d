'use client'
/** Holds when a text is published: at once, or when the newsroom's clocks show a date and time. */
import { useEffect, useState } from 'react'
import { instantsOf, wallTimeOf } from '#lib/time/zone.ts'

export interface When {
  mode: 'now' | 'at'
  date: string
  time: string
  /** Which of two instants is meant when the clock shows a time twice: the earlier or the later. */
  which: 0 | 1 | null
}

type WhenProblem = 'incomplete' | 'skipped' | 'twice' | 'passed'

export interface ResolvedWhen {
  at: Date | null
  problem: WhenProblem | null
  /** Both instants, when there are two. */
  readings: Date[]
}

/** Returns the moment that is meant, or what keeps it from being one. */
export function resolveWhen(when: When, zone: string, now: Date): ResolvedWhen {
  if (when.mode === 'now') return { at: null, problem: null, readings: [] }
  if (!when.date || !when.time) return { at: null, problem: 'incomplete', readings: [] }
  const readings = instantsOf(when, zone)
  const [first, second] = readings
  if (!first) return { at: null, problem: 'skipped', readings }
  if (second && when.which === null) return { at: null, problem: 'twice', readings }
  const at = second && when.which === 1 ? second : first
  return { at, problem: at <= now ? 'passed' : null, readings }
}

/** Returns what has been set, else tomorrow at nine, when most texts are published. */
export function firstWhen(publishAt: Date | null, zone: string, now: Date): When {
  if (publishAt && publishAt > now) {
    const wall = wallTimeOf(publishAt, zone)
    const readings = instantsOf(wall, zone)
    const which = readings.length > 1 ? (readings[0]?.getTime() === publishAt.getTime() ? 0 : 1) : null
    return { mode: 'at', ...wall, which }
  }
  const tomorrow = wallTimeOf(new Date(now.getTime() + 86_400_000), zone)
  return { mode: 'now', date: tomorrow.date, time: '09:00', which: null }
}

/**
 * Returns the time now, updated twice a minute. Null until the page has hydrated: the server's minute may be another.
 */
export function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    setNow(new Date())
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
