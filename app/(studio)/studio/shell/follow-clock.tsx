'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** A page that nothing is coming for is asked again after so many milliseconds. */
const atLatest = 3_600_000
/** What could not be loaded when it was due is asked for again after so many milliseconds. */
const again = 10_000

/**
 * Loads the page's data again when the next text goes out, so that a page left open shows what has become of it. How long
 * that is, the server says: the browser's own clock may be wrong. Without a network it waits until there is one, for a
 * page that cannot be loaded again would be left.
 */
export function FollowClock({ wait, servedAt }: { wait: number | null; servedAt: number }) {
  const router = useRouter()
  useEffect(() => {
    // The same wait twice is two waits.
    void servedAt
    const due = Date.now() + Math.min(wait ?? atLatest, atLatest)
    let timer = setTimeout(ask, due - Date.now())
    function ask() {
      if (navigator.onLine) router.refresh()
      clearTimeout(timer)
      // The answer brings another wait, and ends this one.
      timer = setTimeout(ask, again)
    }
    // A machine that has slept has not counted.
    const onReturn = () => {
      if (document.visibilityState === 'visible' && Date.now() >= due) ask()
    }
    document.addEventListener('visibilitychange', onReturn)
    window.addEventListener('online', onReturn)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onReturn)
      window.removeEventListener('online', onReturn)
    }
  }, [router, wait, servedAt])
  return null
}
