'use client'
/** When a text goes out: at once, or when the newsroom's clocks show a date and time. */
import { useEffect, useState } from 'react'
import { instantsOf, wallTimeOf } from '#lib/time/zone.ts'

export interface When {
  mode: 'now' | 'at'
  date: string
  time: string
  /** Which of two readings of the same clock, when it is put back: the earlier or the later. */
  which: 0 | 1 | null
}

export type WhenProblem = 'incomplete' | 'skipped' | 'twice' | 'passed'

export interface ResolvedWhen {
  at: Date | null
  problem: WhenProblem | null
  /** Both readings, when there are two. */
  readings: Date[]
}

/** The moment that is meant, or what keeps it from being one. */
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

/** Tomorrow at nine, which is when most texts go out, or what has been set. */
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

/** The time now, looked at again twice a minute. Null until the page has come alive: the server's minute is another. */
export function useNow(): Date | null {
  const [now, setNow] = useState<Date | null>(null)
  useEffect(() => {
    setNow(new Date())
    const timer = setInterval(() => setNow(new Date()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
