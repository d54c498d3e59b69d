'use client'
import { useEffect, useState } from 'react'
import type { DisplayStatus } from '#db/releases/list.ts'
import type { Language } from '#lib/locale.ts'
import type { MarkedText } from '#lib/search/highlight.ts'

/** What the studio's search finds by a few letters. */
export interface StudioHit {
  kind: 'release' | 'person' | 'topic' | 'series'
  /** The address in the studio. */
  href: string
  /** The address that readers have, or will have, of what has one. */
  path?: string
  label: MarkedText
  note: string
  standing?: DisplayStatus
}

/** Asks the server after a pause in typing. The latest answer stays until the next has come. */
export function useStudioSearch(typed: string, language?: Language): { found: StudioHit[]; failed: boolean } {
  const [answer, setAnswer] = useState<{ found: StudioHit[]; failed: boolean }>({ found: [], failed: false })
  useEffect(() => {
    const asking = new AbortController()
    const wait = window.setTimeout(async () => {
      try {
        const response = await fetch(
          `/studio/find?${new URLSearchParams({ q: typed, ...(language && { in: language }) })}`,
          { signal: asking.signal },
        )
        if (!response.ok) throw new Error(`the server answered ${response.status}`)
        const found: StudioHit[] = await response.json()
        setAnswer({ found, failed: false })
      } catch {
        if (!asking.signal.aborted) setAnswer({ found: [], failed: true })
      }
    }, 120)
    return () => {
      window.clearTimeout(wait)
      asking.abort()
    }
  }, [typed, language])
  return answer
}
