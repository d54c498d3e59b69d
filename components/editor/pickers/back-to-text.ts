/** Gives the focus to the text, or to a field in it, as soon as what lay over it is gone. */
import type { Editor, FocusPosition } from '@tiptap/core'

/** What holds the focus while it is open. */
const overlay = '[role="menu"], [role="dialog"], [role="alertdialog"], dialog'
const writable = 'input, textarea, select, [contenteditable="true"]'

/** What lay over the text goes within so many frames, or not at all. */
const mostFrames = 60
/** Within so many frames more it gives the focus back to its button. */
const framesAfter = 2

/**
 * Focuses the text, or what is found in it: menus and dialogs give the focus back to their button when they close, but
 * the writer goes on in the text. It is done before the next key is heard, so that no letter is lost, and not to a writer
 * who has been quicker and is in another field already.
 */
export function backToText(editor: Editor, find: () => HTMLElement | null = () => editor.view.dom): void {
  const look = (frames: number, after: number) => {
    if (editor.isDestroyed) return
    const now = document.activeElement
    const target = find()
    const isOver = now?.closest(overlay)
    if (target && !isOver) {
      if (now !== target && now !== editor.view.dom && now?.matches(writable)) return
      if (now !== target) focus(editor, target)
      if (after > 0) requestAnimationFrame(() => look(frames, after - 1))
    } else if (frames > 0) requestAnimationFrame(() => look(frames - 1, after))
  }
  // After React has taken away what was closed in the same task.
  queueMicrotask(() => look(mostFrames, framesAfter))
}

function focus(editor: Editor, target: HTMLElement): void {
  if (target === editor.view.dom) editor.view.focus()
  else target.focus()
}

/**
 * Puts the caret at a place of the text and focuses it before the next key is heard. The editor's own command does it a
 * frame later, and letters typed until then would go where the focus was.
 */
export function writeAt(editor: Editor, place: FocusPosition): void {
  editor.commands.focus(place)
  editor.view.focus()
}
