'use client'
/** The toolbar, after the pattern of the ARIA guide: one stop for Tab, arrow keys inside, Esc back to the text. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import type { IconName } from '#components/ui/icon-paths.ts'
import { useText } from '#components/ui/messages.tsx'
import { blockKind } from '../blocks/kinds.ts'
import { currentBlock } from '../document/current-block.ts'
import { openFinding } from '../find/finding.ts'
import type { Tools } from '../pickers/use-insert-dialogs.tsx'
import { BlockKindMenu, MoreBlocksMenu, TableMenu } from './toolbar-menus.tsx'

interface Props {
  editor: Editor | null
  tools: Tools
  ref: RefObject<HTMLDivElement | null>
}

export function Toolbar({ editor, tools, ref }: Props) {
  const t = useText('editor')
  useOneTabStop(ref)
  return (
    <div
      ref={ref}
      className="toolbar"
      role="toolbar"
      aria-label={t('toolbar')}
      aria-controls="body-text"
      aria-keyshortcuts="Alt+F10"
      onKeyDownCapture={(event) => onKeyDown(event, ref, editor)}
      onFocus={(event) => ref.current?.contains(event.target) && makeTabStop(ref, event.target)}
    >
      <div className="tools">{editor && <ToolButtons editor={editor} tools={tools} />}</div>
    </div>
  )
}

function ToolButtons({ editor, tools }: { editor: Editor; tools: Tools }) {
  const t = useText('editor')
  const toolText = useText('writing-tools')
  const now = useEditorState({
    editor,
    selector: () => ({
      block: currentBlock(editor.state)?.type,
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      superscript: editor.isActive('superscript'),
      subscript: editor.isActive('subscript'),
      link: editor.isActive('link'),
      heading: editor.isActive('heading', { level: 2 }),
      list: editor.isActive('bulletList'),
      quote: editor.isActive('quote'),
      inList: editor.isActive('listItem'),
      canGoIn: editor.isActive('listItem') && editor.can().sinkListItem('listItem'),
      inTable: editor.isActive('table'),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  })
  // The editor's own command focuses the text a frame later, and keys until then would be pressed on the button.
  const run = (act: () => unknown) => () => {
    act()
    editor.view.focus()
  }
  return (
    <>
      <BlockKindMenu editor={editor} />
      <span className="sep" />
      <fieldset className="tool-group" aria-label={toolText('tools-words')}>
        <Tool
          icon="bold"
          label={t('bold')}
          keys="Control+B"
          pressed={now.bold}
          onClick={run(() => editor.chain().focus().toggleMark('bold').run())}
        />
        <Tool
          icon="italic"
          label={t('italic')}
          keys="Control+I"
          pressed={now.italic}
          onClick={run(() => editor.chain().focus().toggleMark('italic').run())}
        />
        <Tool
          icon="superscript"
          label={t('superscript')}
          keys="Control+."
          pressed={now.superscript}
          onClick={run(() => editor.chain().focus().toggleMark('superscript').run())}
        />
        <Tool
          icon="subscript"
          label={t('subscript')}
          keys="Control+,"
          pressed={now.subscript}
          onClick={run(() => editor.chain().focus().toggleMark('subscript').run())}
        />
        <Tool icon="link" label={t('link')} keys="Control+K" pressed={now.link} onClick={tools.askLink} />
      </fieldset>
      <span className="sep" />
      <fieldset className="tool-group" aria-label={toolText('tools-block')}>
        <Tool
          icon="heading"
          label={t('block-heading')}
          pressed={now.heading}
          onClick={run(() => blockKind('heading').insert(editor, tools))}
        />
        <Tool
          icon="list"
          label={t('block-bullet-list')}
          pressed={now.list}
          onClick={run(() => blockKind('bullet-list').insert(editor, tools))}
        />
        {now.inList && (
          <>
            <Tool
              icon="level-out"
              label={t('level-out')}
              keys="Shift+Tab"
              onClick={run(() => editor.chain().focus().liftListItem('listItem').run())}
            />
            <Tool
              icon="level-in"
              label={t('level-in')}
              keys="Tab"
              disabled={!now.canGoIn}
              onClick={run(() => editor.chain().focus().sinkListItem('listItem').run())}
            />
          </>
        )}
        <Tool
          icon="quote"
          label={t('block-quote')}
          pressed={now.quote}
          onClick={run(() => blockKind('quote').insert(editor, tools))}
        />
      </fieldset>
      <span className="sep" />
      <fieldset className="tool-group" aria-label={toolText('tools-insert')}>
        <Tool icon="media" label={t('block-image')} onClick={tools.insertPicture} />
        <Tool icon="fact-box" label={t('block-fact-box')} onClick={() => blockKind('fact-box').insert(editor, tools)} />
        <MoreBlocksMenu editor={editor} tools={tools} />
        {now.inTable && <TableMenu editor={editor} />}
      </fieldset>
      <span className="sep" />
      <fieldset className="tool-group" aria-label={toolText('tools-steps')}>
        <Tool
          icon="undo"
          label={t('undo')}
          keys="Control+Z"
          disabled={!now.canUndo}
          onClick={run(() => editor.chain().focus().undo().run())}
        />
        <Tool
          icon="redo"
          label={t('redo')}
          keys="Control+Shift+Z"
          disabled={!now.canRedo}
          onClick={run(() => editor.chain().focus().redo().run())}
        />
        <Tool
          icon="search"
          label={toolText('find')}
          keys="Control+F"
          onClick={() => openFinding(editor.view, 'find')}
        />
      </fieldset>
    </>
  )
}

interface ToolProps {
  icon: IconName
  label: string
  keys?: string
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
  children?: ReactNode
}

function Tool({ icon, label, keys, pressed, disabled, onClick }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      // Disabled buttons are still reached by the arrow keys, so that their order does not change while somebody moves.
      aria-disabled={disabled || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !disabled && onClick()}
    >
      <Icon name={icon} />
    </button>
  )
}

const buttonsIn = (bar: HTMLElement) => [...bar.querySelectorAll<HTMLElement>('button')]

function makeTabStop({ current: bar }: RefObject<HTMLElement | null>, stop: EventTarget | undefined) {
  if (!bar) return
  for (const button of buttonsIn(bar)) button.tabIndex = button === stop ? 0 : -1
}

/** Buttons come and go with the text; exactly one is always a stop for Tab. */
function useOneTabStop(ref: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const bar = ref.current
    if (!bar) return
    const keep = () => {
      const buttons = buttonsIn(bar)
      const stops = buttons.filter((button) => button.tabIndex === 0)
      if (stops.length !== 1) makeTabStop(ref, stops.find((stop) => stop === document.activeElement) ?? buttons[0])
    }
    keep()
    const watch = new MutationObserver(keep)
    watch.observe(bar, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [ref])
}

function onKeyDown(event: KeyboardEvent, ref: RefObject<HTMLElement | null>, editor: Editor | null) {
  // Menus opened from here are the toolbar's children to React, but not on the screen.
  if (!ref.current?.contains(event.target as Node)) return
  const buttons = buttonsIn(ref.current)
  const index = buttons.indexOf(event.target as HTMLElement)
  const steps: Record<string, number> = {
    ArrowRight: index + 1,
    ArrowLeft: index - 1,
    Home: 0,
    End: buttons.length - 1,
  }
  const next = steps[event.key]
  if (next !== undefined) {
    event.preventDefault()
    event.stopPropagation()
    buttons[(next + buttons.length) % buttons.length]?.focus()
  }
  if (event.key === 'Escape') {
    event.stopPropagation()
    editor?.view.focus()
  }
}
