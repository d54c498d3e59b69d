'use client'
/** Opens find and replace, by keys from anywhere on the page that is being written. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect } from 'react'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import { closeFinding, findingIn, openFinding, stepTo } from './finding.ts'

const findPanel = onDemand(async () => (await import('./find-panel.tsx')).FindPanel, {
  takesKeys: true,
})

export function FindDock({ editor }: { editor: Editor }) {
  const open = useEditorState({ editor, selector: () => findingIn(editor.state).open })
  useFindKeys(editor)
  if (!open) return null
  return (
    <div className="find-dock">
      <OnDemand part={findPanel} editor={editor} onClose={() => closeFinding(editor.view)} />
    </div>
  )
}

function useFindKeys(editor: Editor) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event
      // From the panel itself Ctrl+F goes on to the browser's own search.
      if (event.defaultPrevented || !(target instanceof Element) || !target.closest('.canvas')) return
      if (target.closest('.find-panel')) return
      const act = actOf(event, findingIn(editor.state).open !== null)
      if (!act) return
      event.preventDefault()
      if (act === 'find' || act === 'replace') openFinding(editor.view, act)
      else stepTo(editor.view, act)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [editor])
}

function actOf(event: KeyboardEvent, isOpen: boolean): 'find' | 'replace' | 1 | -1 | undefined {
  const { key, metaKey, ctrlKey, altKey, shiftKey } = event
  const step = shiftKey ? -1 : 1
  if (isOpen && key === 'F3') return step
  if (metaKey === ctrlKey) return undefined
  const letter = key.toLowerCase()
  if (isOpen && letter === 'g' && !altKey) return step
  if (shiftKey) return undefined
  // Alt+F on a Mac types another letter, but is the same key.
  if (event.code === 'KeyF' && metaKey && altKey) return 'replace'
  if (letter === 'f' && !altKey) return 'find'
  return letter === 'h' && ctrlKey && !altKey ? 'replace' : undefined
}
