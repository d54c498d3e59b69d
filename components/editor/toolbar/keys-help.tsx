'use client'
/** The most useful keys, and a button for all of them. */
import { useEffect, useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'

const shortcutsDialog = onDemand(async () => (await import('./shortcuts-dialog.tsx')).ShortcutsDialog)

export function KeysHelp() {
  const t = useText('editor')
  const toolText = useText('writing-tools')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // On many keyboards the slash is typed with Shift.
      if (event.key !== '/' || !(event.metaKey || event.ctrlKey) || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <span className="push keys">
        <kbd>/</kbd> {t('keys-insert')}&ensp;<kbd>Alt</kbd> <kbd>F10</kbd> {t('keys-tools')}
      </span>
      <button
        type="button"
        className="all-keys"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+/ Meta+/"
        onPointerEnter={shortcutsDialog.expect}
        onClick={() => setOpen(true)}
      >
        <kbd>?</kbd> {toolText('all-keys')}
      </button>
      {open && <OnDemand part={shortcutsDialog} onClose={() => setOpen(false)} />}
    </>
  )
}
