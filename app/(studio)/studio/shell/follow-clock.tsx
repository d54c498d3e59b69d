'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** A page that nothing is coming for is asked again after so many milliseconds. */
const atLatest = 3_600_000

/**
 * Loads the page's data again when the next text goes out, so that a page left open shows what has become of it. How long
 * that is, the server says: the browser's own clock may be wrong.
 */
export function FollowClock({ wait, servedAt }: { wait: number | null; servedAt: number }) {
  const router = useRouter()
  useEffect(() => {
    // The same wait twice is two waits.
    void servedAt
    const due = Date.now() + Math.min(wait ?? atLatest, atLatest)
    const timer = setTimeout(() => router.refresh(), due - Date.now())
    // A machine that has slept has not counted.
    const onReturn = () => {
      if (document.visibilityState === 'visible' && Date.now() >= due) router.refresh()
    }
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [router, wait, servedAt])
  return null
}
