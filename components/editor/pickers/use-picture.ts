'use client'
import { useEffect } from 'react'
import type { LibraryItem } from '#lib/media/library-item.ts'
import { type Picture, usePickers } from './picker-context.tsx'

/** Returns an image of the library. One that came with a colleague's text, or from another window, is fetched. */
export function usePicture(id: string | null): Picture | undefined {
  const { picture, learn } = usePickers()
  const known = id === null ? undefined : picture(id)
  const wanted = known ? null : id
  useEffect(() => {
    if (wanted === null) return
    const asking = new AbortController()
    void lookUp(wanted, asking.signal).then((item) => item && learn(item))
    return () => asking.abort()
  }, [wanted, learn])
  return known
}

async function lookUp(id: string, signal: AbortSignal): Promise<LibraryItem | null> {
  try {
    const answer = await fetch(`/api/media/${encodeURIComponent(id)}`, { signal })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}
