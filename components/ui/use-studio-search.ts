'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import type { DisplayStatus } from '#db/releases/list.ts'
import type { ReviewStanding } from '#db/releases/review/state.ts'
import type { Language } from '#lib/locale.ts'
import type { MarkedText } from '#lib/search/highlight.ts'
import { trimQuery } from '#lib/search/terms.ts'

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
          `/studio/find?${new URLSearchParams({ q: trimQuery(typed), ...(language && { in: language }) })}`,
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

/**
 * Does something with the answer to what is typed, which has not come yet: what is listed until then answers to something
 * else. Returns the function that asks for it; whatever is typed after that calls it off.
 */
export function useWhenAnswered(typed: string, isAnswered: boolean, act: () => void): () => void {
  const [entered, setEntered] = useState<string>()
  const isDue = isAnswered && entered === typed
  const onAnswer = useEffectEvent(act)
  useEffect(() => {
    if (!isDue) return
    setEntered(undefined)
    onAnswer()
  }, [isDue])
  return () => setEntered(typed)
}
