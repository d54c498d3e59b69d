'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Reads the page's choices again when somebody comes back from another tab, where they may have added one. */
export function useRefreshOnReturn() {
  const router = useRouter()
  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') router.refresh()
    }
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [router])
}
