'use client'
import { useEffect, useState } from 'react'
import type { DisplayStatus } from '#db/releases/list.ts'
import type { ReviewStanding } from '#db/releases/review/state.ts'
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
  standing?: DisplayStatus | ReviewStanding
}

/** What the server answers. */
export interface StudioFound {
  hits: StudioHit[]
  /** Another spelling that may have been meant, where nothing was found. */
  suggestion?: string
}

interface Answer {
  found: StudioHit[]
  suggestion: string | undefined
  /** What was typed when this was found. */
  typed: string
  failed: boolean
}

const nothing = { found: [], suggestion: undefined }

/** Asks the server after a pause in typing. The latest answer stays until the next has come. */
export function useStudioSearch(typed: string, language?: Language): Answer {
  const [answer, setAnswer] = useState<Answer>({ ...nothing, typed: '', failed: false })
  useEffect(() => {
    const asking = new AbortController()
    const wait = window.setTimeout(async () => {
      try {
        const response = await fetch(
          `/studio/find?${new URLSearchParams({ q: typed, ...(language && { in: language }) })}`,
          { signal: asking.signal },
        )
        if (!response.ok) throw new Error(`the server answered ${response.status}`)
        const { hits, suggestion }: StudioFound = await response.json()
        setAnswer({ found: hits, suggestion, typed, failed: false })
      } catch {
        if (!asking.signal.aborted) setAnswer({ ...nothing, typed, failed: true })
      }
    }, 120)
    return () => {
      window.clearTimeout(wait)
      asking.abort()
    }
  }, [typed, language])
  return answer
}
