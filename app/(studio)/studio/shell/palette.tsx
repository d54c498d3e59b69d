'use client'
import { useEffect, useRef } from 'react'
import { findEvent } from '#components/ui/find-button.tsx'
import { useText } from '#components/ui/messages.tsx'
import { Finder } from './finder.tsx'
import type { NavigationItem } from './navigation.ts'

/** Opens the palette by ⌘K and Ctrl+K from anywhere, and by a page's button. */
export function useFindKey(find: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // In the text of a release the same keys make a link.
      if (
        event.defaultPrevented ||
        event.key.toLowerCase() !== 'k' ||
        !(event.metaKey || event.ctrlKey) ||
        event.shiftKey ||
        event.altKey
      )
        return
      event.preventDefault()
      find()
    }
    document.addEventListener('keydown', onKey)
    window.addEventListener(findEvent, find)
    return () => {
      document.removeEventListener('keydown', onKey)
      window.removeEventListener(findEvent, find)
    }
  }, [find])
}

/** The palette: finds and opens anything, in a dialog that gives the focus back when it closes. */
export function Palette({
  open,
  places: navigation,
  onClose,
}: {
  open: boolean
  places: NavigationItem[]
  onClose: () => void
}) {
  const t = useText('studio')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog
      className="dialog palette"
      ref={dialog}
      aria-label={t('find')}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {open && <Finder places={navigation} onClose={onClose} />}
    </dialog>
  )
}
