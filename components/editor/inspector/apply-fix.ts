/** Applies the fix that a check proposes. */
import { TextSelection } from '@tiptap/pm/state'
import type { Finding } from '#lib/checks/rule.ts'
import type { Writing } from '../use-writing.ts'
import { type EditorHandles, goTo, positionOf } from './go-to.ts'

/** Returns whether the writer stays where they are; otherwise they have been taken to the place. */
export function fixIt({ place, fix }: Finding, handles: EditorHandles, change: Writing['change']): boolean {
  if (fix?.act === 'change') {
    change(fix.change)
    return true
  }
  goTo(place, handles)
  const { editor } = handles
  const at = editor && place.part === 'body' ? positionOf(editor, place.path) : undefined
  if (!editor || at === undefined) return false
  switch (fix?.act) {
    case 'choose-speaker': {
      const block = editor.view.nodeDOM(at)
      const button = block instanceof HTMLElement ? block.querySelector<HTMLElement>('.speaker') : null
      button?.focus({ preventScroll: true })
      button?.click()
      break
    }
    case 'level':
      editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'level', fix.level))
      break
    case 'remove': {
      const size = editor.state.doc.nodeAt(at)?.nodeSize ?? 0
      editor.commands.deleteRange({ from: at, to: at + size })
      break
    }
    case 'write':
      // Going there has selected the words.
      editor.view.dispatch(editor.state.tr.insertText(fix.words))
      break
    case 'header-row':
      editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(at + 1))))
      editor.commands.toggleHeaderRow()
  }
  return false
}
