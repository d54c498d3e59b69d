'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Reloads the page's data every minute while it is visible, and when somebody comes back to it. */
export function AutoRefresh() {
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
