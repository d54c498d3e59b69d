'use client'
import { useEffect } from 'react'

/**
 * Asks before the page is left while something is unsaved: closing, reloading, following a link, and going back inside
 * the studio, which the browser itself does not ask about.
 */
export function useLeaveWarning(unsaved: boolean, question: string) {
  useEffect(() => {
    if (!unsaved) return
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    const onNavigate = (event: Event) => {
      const inside = 'navigationType' in event && event.navigationType === 'traverse' && event.cancelable
      if (inside && 'destination' in event && leavesPage(event.destination) && !window.confirm(question)) {
        event.preventDefault()
      }
    }
    const navigation = 'navigation' in window ? (window.navigation as unknown as EventTarget) : undefined
    window.addEventListener('beforeunload', onLeave)
    navigation?.addEventListener('navigate', onNavigate)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      navigation?.removeEventListener('navigate', onNavigate)
    }
  }, [unsaved, question])
}

/** Whether a step in the history leads to another page of the studio. A sheet that closes takes one within the page. */
function leavesPage(destination: unknown): boolean {
  const { sameDocument, url = '' } = destination as { sameDocument?: boolean; url?: string }
  return sameDocument === true && url.split('#')[0] !== window.location.href.split('#')[0]
}
