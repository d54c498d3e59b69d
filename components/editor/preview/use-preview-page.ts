'use client'
/** Fetches the page readers would get, again a moment after each save. */
import { useEffect, useState } from 'react'
import type { Writing } from '../use-writing.ts'

export interface PreviewPage {
  /** The latest page that could be fetched. */
  html: string | undefined
  state: 'coming' | 'here' | 'away'
  again: () => void
}

export function usePreviewPage(releaseId: string, { saver, saving }: Writing): PreviewPage {
  const [html, setHtml] = useState<string>()
  const [state, setState] = useState<PreviewPage['state']>('coming')
  const [turn, setTurn] = useState(0)
  // Another version has another address, and so has another try.
  const address = `/studio/releases/${releaseId}/preview?bare=1&version=${saving.version}&try=${turn}`
  // The preview shows what is in the text now, so it is saved first.
  useEffect(() => void saver.flush(), [saver])
  useEffect(() => {
    const asked = new AbortController()
    fetch(address, { redirect: 'error', signal: asked.signal })
      .then(async (answer) => {
        if (!answer.ok) throw new Error(String(answer.status))
        setHtml(await answer.text())
        setState('here')
      })
      .catch(() => asked.signal.aborted || setState('away'))
    return () => asked.abort()
  }, [address])
  return { html, state, again: () => setTurn(turn + 1) }
}
