'use client'
/**
 * The list of options under a search typed in the text. The keys stay in the text; the list only shows what they
 * choose.
 */
import type { Editor } from '@tiptap/core'
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import type { TypedTrigger } from '../document/typed-trigger.ts'

export type KeyTaker = RefObject<(key: string) => boolean>

interface Props<T extends { key: string }> {
  id: string
  label: string
  editor: Editor
  ask: TypedTrigger | undefined
  found: T[]
  /** Whether Enter takes the first before any is chosen. */
  preselects?: boolean
  onKey: KeyTaker
  onChoose: (one: T, ask: TypedTrigger) => void
  /** Renders the list, given how each of its options is rendered. */
  children: (option: (one: T, drawn: ReactNode) => ReactNode) => ReactNode
}

export function TypedList<T extends { key: string }>(props: Props<T>) {
  const { id, label, editor, ask, found, preselects = true, onKey, onChoose, children } = props
  const t = useText('editor')
  /** What the arrow keys have come to, in the search that begins there. */
  const [chosen, setChosen] = useState<{ from: number; index: number }>()
  const list = useRef<HTMLDivElement>(null)
  const isOpen = ask !== undefined && found.length > 0
  const first = preselects ? 0 : -1
  const index = Math.min(chosen && chosen.from === ask?.from ? chosen.index : first, found.length - 1)
  const active = isOpen ? found[index] : undefined

  const choose = (one: T | undefined) => {
    if (!one || !ask) return
    onChoose(one, ask)
    setChosen(undefined)
  }
  useEffect(() => {
    onKey.current = (key) => {
      if (!isOpen) return false
      const { from } = ask
      if (key === 'ArrowDown') setChosen({ from, index: (index + 1) % found.length })
      else if (key === 'ArrowUp') setChosen({ from, index: (Math.max(index, 0) + found.length - 1) % found.length })
      else if (active && (key === 'Enter' || key === 'Tab')) choose(active)
      else return false
      return true
    }
  })
  useEffect(() => {
    const { dom } = editor.view
    if (!active) return
    const attributes = {
      'aria-autocomplete': 'list',
      'aria-controls': id,
      'aria-activedescendant': `${id}-${active.key}`,
    }
    for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value)
    document.getElementById(`${id}-${active.key}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      for (const name of Object.keys(attributes)) dom.removeAttribute(name)
    }
  }, [editor, id, active])
  useLayoutEffect(() => {
    if (ask && list.current) placeBelow(list.current, editor, ask.from)
  }, [editor, ask])

  if (!isOpen) return null
  const option = (one: T, drawn: ReactNode) => (
    <div
      key={one.key}
      id={`${id}-${one.key}`}
      role="option"
      tabIndex={-1}
      aria-selected={one === active}
      onMouseDown={(event) => {
        event.preventDefault()
        choose(one)
      }}
    >
      {drawn}
    </div>
  )
  return (
    <div ref={list} className="menu slash-menu" id={id} role="listbox" aria-label={label}>
      {children(option)}
      <p className="foot" role="presentation">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('slash-choose')}
        </span>
        <span>
          <kbd>{t('key-enter')}</kbd> {t('slash-insert')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('slash-close')}
        </span>
      </p>
    </div>
  )
}

/**
 * Places the list under the line with the search, or above it when there is no room below; and never past the page's
 * edge.
 */
function placeBelow(list: HTMLElement, editor: Editor, from: number) {
  const page = list.offsetParent?.getBoundingClientRect()
  if (!page) return
  const line = editor.view.coordsAtPos(from)
  const fits = line.bottom + list.offsetHeight < window.innerHeight
  const start = Math.max(0, Math.min(line.left - page.left, page.width - list.offsetWidth - 8))
  list.style.insetInlineStart = `${start}px`
  list.style.insetBlockStart = `${(fits ? line.bottom + 2 : Math.max(line.top - list.offsetHeight - 2, 60)) - page.top}px`
}
