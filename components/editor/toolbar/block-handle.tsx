'use client'
/** The handle beside the block with the caret: moves it, drags it, and opens a menu. */
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { announce } from '#components/ui/announce.tsx'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type BlockPosition, currentBlock } from '../document/current-block.ts'
import { dragBlock } from '../document/drop-block.ts'
import { moveBlock } from '../document/move-block.ts'
import { backToText } from '../pickers/back-to-text.ts'
import { usePickers } from '../pickers/picker-context.tsx'

const names = {
  paragraph: 'block-paragraph',
  heading: 'block-heading',
  bulletList: 'block-bullet-list',
  orderedList: 'block-ordered-list',
  quote: 'block-quote',
  image: 'block-image',
  gallery: 'block-gallery',
  factBox: 'block-fact-box',
  table: 'block-table',
  horizontalRule: 'block-divider',
  embed: 'block-embed',
  download: 'block-download',
} as const

export function BlockHandle({ editor, onComment }: { editor: Editor; onComment: (index: number) => void }) {
  const t = useText('editor')
  const block = useEditorState({ editor, selector: () => currentBlock(editor.state) })
  if (!block) return null
  const move = (direction: -1 | 1) => {
    const transaction = moveBlock(editor.state, direction, false)
    if (!transaction) return announce(t(direction < 0 ? 'already-first' : 'already-last'))
    editor.view.dispatch(transaction)
    announce(t('moved-to', { place: block.index + 1 + direction, count: block.count }))
  }
  const name = t(names[block.type as keyof typeof names])
  const label = t('block-place', { block: name, place: block.index + 1, count: block.count })
  return (
    <fieldset className="handle" aria-label={label}>
      <HandleButton icon="arrow-up" label={t('move-up')} keys="Alt+Shift+ArrowUp" onClick={() => move(-1)} />
      <BlockMenu editor={editor} block={block} name={name} onComment={onComment} />
      <HandleButton icon="arrow-down" label={t('move-down')} keys="Alt+Shift+ArrowDown" onClick={() => move(1)} />
    </fieldset>
  )
}

function HandleButton(props: { icon: 'arrow-up' | 'arrow-down'; label: string; keys: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      aria-keyshortcuts={props.keys}
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  )
}

function BlockMenu(props: { editor: Editor; block: BlockPosition; name: string; onComment: (index: number) => void }) {
  const { editor, block, name, onComment } = props
  const t = useText('editor')
  const { choosePicture } = usePickers()
  const replace = async () => {
    const picture = await choosePicture()
    backToText(editor)
    if (!picture) return
    const { id: mediaId, alt, caption } = picture
    // Another image needs another decision about its alternative text.
    const attrs = { mediaId, altDecision: null, alt, caption }
    editor.view.dispatch(editor.state.tr.setNodeMarkup(block.from, null, attrs))
  }
  const acts: Record<string, () => void> = {
    'block-comment': () => onComment(block.index),
    'block-before': () =>
      void editor
        .chain()
        .insertContentAt(block.from, { type: 'paragraph' })
        .setTextSelection(block.from + 1)
        .run(),
    'block-after': () =>
      void editor
        .chain()
        .insertContentAt(block.to, { type: 'paragraph' })
        .setTextSelection(block.to + 1)
        .run(),
    ...(block.type === 'image' && { 'picture-replace': () => void replace() }),
    'block-remove': () => {
      editor.commands.deleteRange({ from: block.from, to: block.to })
      announce(t('block-removed', { block: name }))
    },
  }
  return (
    <DropMenu
      className="grab"
      label={t('block-menu', { block: name })}
      groups={[{ choices: Object.keys(acts).map((key) => ({ key, name: t(key as 'block-before') })) }]}
      onChoose={(key) => {
        acts[key]?.()
        if (key !== 'picture-replace' && key !== 'block-comment') backToText(editor)
      }}
    >
      {/* The grip is dragged; the button around it is pressed. */}
      <span draggable ref={(grip) => onDrag(grip, editor, block)}>
        <Icon name="grip" />
      </span>
    </DropMenu>
  )
}

function onDrag(grip: HTMLElement | null, editor: Editor, block: BlockPosition) {
  const start = (event: DragEvent) => drag(event, editor, block)
  // The handle stands outside the text, which is not told that a drag was cancelled.
  const end = () => {
    editor.view.dragging = null
  }
  grip?.addEventListener('dragstart', start)
  grip?.addEventListener('dragend', end)
  return () => {
    grip?.removeEventListener('dragstart', start)
    grip?.removeEventListener('dragend', end)
  }
}

function drag(event: DragEvent, editor: Editor, block: BlockPosition) {
  const { view } = editor
  const selection = NodeSelection.create(view.state.doc, block.from)
  view.dispatch(view.state.tr.setSelection(selection))
  const element = view.nodeDOM(block.from)
  if (!event.dataTransfer) return
  if (element instanceof HTMLElement) event.dataTransfer.setDragImage(element, 0, 0)
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', selection.node.textContent)
  dragBlock(view, selection)
}
