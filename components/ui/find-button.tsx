'use client'
import { Icon } from './icon.tsx'
import { useText } from './messages.tsx'

/** The event that opens the palette from anywhere on a page. The shell listens to it. */
export const findEvent = 'pressrum:find'

/** A button that opens the palette, on phones, where the rail's search field is missing. */
export function FindButton() {
  const label = useText('studio')('find')
  return (
    <button
      className="button quiet icon-only find-small"
      type="button"
      aria-haspopup="dialog"
      aria-label={label}
      onClick={() => window.dispatchEvent(new Event(findEvent))}
    >
      <Icon name="search" />
    </button>
  )
}
