'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page again every minute it is looked at, and when somebody comes back to it. */
export function StaysFresh() {
  const router = useRouter()
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh()
    }
    const minute = window.setInterval(refresh, 60_000)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      window.clearInterval(minute)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [router])
  return null
}
