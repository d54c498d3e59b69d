'use client'
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react'
import type { KeyboardEvent } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { FactBox, FactRow, termAt } from '../document/fact-box.ts'
import { backToText, writeAt } from '../pickers/back-to-text.ts'
import { SameNotes } from '../translation/untranslated.tsx'

/**
 * Handles keys in a field inside the box: undo belongs to the text as a whole, Enter goes on to the words, and Tab
 * leaves a term.
 */
function fieldKeys(event: KeyboardEvent, { node, editor, getPos }: ReactNodeViewProps, steps: number) {
  const mod = event.metaKey || event.ctrlKey
  if (mod && event.key.toLowerCase() === 'z') {
    event.preventDefault()
    if (event.shiftKey) editor.commands.redo()
    else editor.commands.undo()
  }
  const at = getPos()
  const goesOn = event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && node.type.name === 'factRow')
  if (goesOn && at !== undefined && !event.nativeEvent.isComposing) {
    event.preventDefault()
    writeAt(editor, at + steps)
  }
}

function FactBoxView(props: ReactNodeViewProps) {
  const { node, updateAttributes, editor, getPos } = props
  const t = useText('editor')
  const add = (block: { type: 'factRow' | 'paragraph'; attrs?: object }) => {
    const at = getPos()
    if (at === undefined) return
    const end = at + node.nodeSize - 1
    editor.commands.insertContentAt(end, block)
    if (block.type === 'paragraph') return writeAt(editor, end + 1)
    // A row begins with its term.
    backToText(editor, () => termAt(editor.view, end))
  }
  return (
    <NodeViewWrapper as="aside" className="factbox" aria-label={node.attrs.title || t('fact-box')}>
      <SameNotes texts={[node.attrs.title]} />
      <input
        className="fact-title"
        contentEditable={false}
        value={node.attrs.title}
        maxLength={200}
        placeholder={t('fact-title-placeholder')}
        aria-label={t('fact-title')}
        onChange={(event) => updateAttributes({ title: event.target.value })}
        onKeyDown={(event) => fieldKeys(event, props, 2)}
      />
      <NodeViewContent />
      <div className="block-tools" contentEditable={false}>
        <button type="button" className="text-button" onClick={() => add({ type: 'factRow', attrs: { term: '' } })}>
          <Icon name="plus" small />
          {t('fact-add-row')}
        </button>
        <button type="button" className="text-button" onClick={() => add({ type: 'paragraph' })}>
          <Icon name="plus" small />
          {t('fact-add-paragraph')}
        </button>
      </div>
    </NodeViewWrapper>
  )
}

function FactRowView(props: ReactNodeViewProps) {
  const { node, updateAttributes } = props
  const t = useText('editor')
  return (
    <NodeViewWrapper className="fact-row">
      <SameNotes texts={[node.attrs.term]} />
      <input
        className="fact-term"
        contentEditable={false}
        value={node.attrs.term}
        maxLength={200}
        placeholder={t('fact-term-placeholder')}
        aria-label={t('fact-term')}
        onChange={(event) => updateAttributes({ term: event.target.value })}
        onKeyDown={(event) => fieldKeys(event, props, 1)}
      />
      <NodeViewContent />
    </NodeViewWrapper>
  )
}

export const FactBoxWithView = FactBox.extend({ addNodeView: () => ReactNodeViewRenderer(FactBoxView) })
export const FactRowWithView = FactRow.extend({
  addNodeView: () => ReactNodeViewRenderer(FactRowView, { contentDOMElementTag: 'p' }),
})
