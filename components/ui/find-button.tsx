'use client'
import { Icon } from './icon.tsx'
import { useText } from './messages.tsx'

/** What opens the palette from anywhere on a page. The shell listens. */
export const findEvent = 'pressrum:find'

/** On phones the rail's search field is gone, so pages have a button for it. */
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
