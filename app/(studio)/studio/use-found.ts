'use client'
import { useEffect, useState } from 'react'
import type { Found } from './find/route.ts'

/** Asks the server when the fingers have rested. The latest answer stays until the next has come. */
export function useFound(typed: string): { found: Found[]; failed: boolean } {
  const [answer, setAnswer] = useState<{ found: Found[]; failed: boolean }>({ found: [], failed: false })
  useEffect(() => {
    const asking = new AbortController()
    const wait = window.setTimeout(async () => {
      try {
        const response = await fetch(`/studio/find?q=${encodeURIComponent(typed)}`, { signal: asking.signal })
        if (!response.ok) throw new Error(`the server answered ${response.status}`)
        const found: Found[] = await response.json()
        setAnswer({ found, failed: false })
      } catch {
        if (!asking.signal.aborted) setAnswer({ found: [], failed: true })
      }
    }, 120)
    return () => {
      window.clearTimeout(wait)
      asking.abort()
    }
  }, [typed])
  return answer
}
