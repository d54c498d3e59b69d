'use client'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Loads the page's data again when somebody comes back from another tab, where they may have added an option. */
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
