'use client'
/** Loads the library a page at a time, as it is searched. An answer to an older query is dropped. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { LibraryFile, LibraryPage, MediaKind } from '#lib/media/library-item.ts'

interface Shown extends Omit<LibraryPage, 'pages'> {
  state: 'loading' | 'ready' | 'failed'
  pages: number
  /** What was searched for when this was found. */
  asked: string
}

const pause = 200
const nothing: Shown = { state: 'loading', items: [], total: 0, page: 0, pages: 0, asked: '' }

/** Loads only files of this kind. */
export function useLibrary(kind: MediaKind) {
  const [shown, setShown] = useState(nothing)
  const [query, setQuery] = useState('')
  const asking = useRef<AbortController>(undefined)

  const ask = useCallback(
    async (words: string, page: number) => {
      asking.current?.abort()
      const controller = new AbortController()
      asking.current = controller
      setShown((before) => ({ ...before, state: 'loading' }))
      try {
        const answer = await fetch(`/api/media?${new URLSearchParams({ kind, q: words, page: String(page) })}`, {
          signal: controller.signal,
        })
        if (!answer.ok) throw new Error(answer.statusText)
        const found: LibraryPage = await answer.json()
        setShown((before) => ({
          ...found,
          suggestion: found.suggestion,
          asked: words,
          state: 'ready',
          items: page > 1 ? withoutTwins([...before.items, ...found.items]) : found.items,
        }))
      } catch {
        if (!controller.signal.aborted) setShown((before) => ({ ...before, state: 'failed' }))
      }
    },
    [kind],
  )

  useEffect(() => {
    const wait = window.setTimeout(() => ask(query, 1), query ? pause : 0)
    return () => {
      window.clearTimeout(wait)
      asking.current?.abort()
    }
  }, [ask, query])

  return {
    ...shown,
    search: setQuery,
    hasMore: shown.state === 'ready' && shown.page < shown.pages,
    more: () => ask(query, shown.page + 1),
    again: () => ask(query, 1),
    /** Puts a file that has just been added first. */
    put: (item: LibraryFile) =>
      setShown((before) => ({ ...before, total: before.total + 1, items: withoutTwins([item, ...before.items]) })),
  }
}

const withoutTwins = (items: LibraryFile[]): LibraryFile[] => [
  ...new Map(items.map((item) => [item.id, item])).values(),
]
