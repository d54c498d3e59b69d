'use client'
/** Says in a few words where a text stands: its status, when something goes out, and whether that is what is written. */
import { useEffect, useRef } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { DisplayStatus } from '#components/ui/status-glyph.tsx'
import { momentText } from '#lib/time/phrases.ts'
import { hasChanges } from './publishing/use-publishing.ts'
import type { Saving } from './saving/saver.ts'
import type { ReleaseFacts } from './types.ts'

interface Standing {
  displayStatus: DisplayStatus
  text: string
  /** The moment at which something else goes out than what is written. */
  leftOutAt: string | null
}

export function useStanding(release: ReleaseFacts, saving: Saving): Standing {
  const t = useText('editor')
  const clock = useLocale()
  const { goingOut } = release
  const isChanged = hasChanges(release, saving)
  const displayStatus = release.displayStatus === 'live' && isChanged ? 'changed' : release.displayStatus
  const when = goingOut ? momentText(new Date(goingOut.at), clock) : ''
  const text = (): string => {
    if (!goingOut) return t(`standing-${displayStatus}`)
    if (displayStatus === 'scheduled') return t('standing-scheduled')
    return t(displayStatus === 'withdrawn' ? 'standing-again-at' : 'standing-changes-at', { when })
  }
  const leavesOut = goingOut !== null && isChanged
  return {
    displayStatus,
    text: leavesOut ? t('standing-left-out', { standing: text() }) : text(),
    leftOutAt: leavesOut ? when : null,
  }
}

/** Has it announced that a text has gone out while it was open. */
export function useAnnouncedMoment({ goingOut }: ReleaseFacts, { displayStatus, text }: Standing): void {
  const before = useRef(goingOut)
  useEffect(() => {
    const wasToGoOut = before.current
    before.current = goingOut
    if (wasToGoOut && !goingOut && (displayStatus === 'live' || displayStatus === 'changed')) announce(text)
  }, [goingOut, displayStatus, text])
}
