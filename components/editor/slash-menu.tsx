'use client'
/** The blocks a writer can ask for by typing a slash. The keys stay in the text; the list only shows what they choose. */
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { fold } from '#lib/search-terms.ts'
import { type BlockKey, blockKinds } from './blocks/kinds.ts'
import { slashQuery } from './document/slash.ts'
import type { Tools } from './use-asking.tsx'

const groups = ['voices', 'text', 'media'] as const
const described: Partial<Record<BlockKey, 'slash-quote' | 'slash-embed'>> = {
  quote: 'slash-quote',
  embed: 'slash-embed',
}

interface Props {
  editor: Editor
  tools: Tools
  onKey: RefObject<(key: string) => boolean>
}

export function SlashMenu({ editor, tools, onKey }: Props) {
  const t = useText('editor')
  const query = useEditorState({ editor, selector: () => slashQuery(editor.state) })
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const found = query
    ? blockKinds.filter((kind) => fold(t(`block-${kind.key}`)).includes(fold(query.typed.trim())))
    : []
  const isOpen = found.length > 0
  const index = Math.min(chosen, Math.max(0, found.length - 1))
  const active = found[index]

  const choose = (kind: (typeof blockKinds)[number] | undefined) => {
    if (!kind || !query) return
    editor.commands.deleteRange(query)
    kind.insert(editor, tools)
    setChosen(0)
  }
  useEffect(() => {
    onKey.current = (key) => {
      if (!isOpen) return false
      if (key === 'ArrowDown') setChosen((index + 1) % found.length)
      else if (key === 'ArrowUp') setChosen((index + found.length - 1) % found.length)
      else if (key === 'Enter' || key === 'Tab') choose(active)
      else return false
      return true
    }
  })
  useEffect(() => {
    const { dom } = editor.view
    if (!active) return
    dom.setAttribute('aria-controls', 'slash')
    dom.setAttribute('aria-activedescendant', `slash-${active.key}`)
    document.getElementById(`slash-${active.key}`)?.scrollIntoView({ block: 'nearest' })
    return () => {
      dom.removeAttribute('aria-controls')
      dom.removeAttribute('aria-activedescendant')
    }
  }, [editor, active])
  useLayoutEffect(() => {
    if (!query || !list.current) return
    placeBelow(list.current, editor, query.from)
  }, [editor, query])

  if (!isOpen) return null
  return (
    <div ref={list} className="menu slash-menu" id="slash" role="listbox" aria-label={t('slash-label')}>
      {groups.map((group) => {
        const kinds = found.filter((kind) => kind.group === group)
        if (kinds.length === 0) return null
        return (
          <fieldset key={group} aria-label={t(`group-${group}`)}>
            <p className="group" role="presentation">
              {t(`group-${group}`)}
            </p>
            {kinds.map((kind) => (
              <div
                key={kind.key}
                id={`slash-${kind.key}`}
                role="option"
                tabIndex={-1}
                aria-selected={kind === active}
                onMouseDown={(event) => {
                  event.preventDefault()
                  choose(kind)
                }}
              >
                <Icon name={kind.icon} />
                <span>
                  {t(`block-${kind.key}`)}
                  {described[kind.key] && <span className="what">{t(described[kind.key] as 'slash-quote')}</span>}
                </span>
                {kind.typed && <kbd>{kind.typed}</kbd>}
              </div>
            ))}
          </fieldset>
        )
      })}
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

/** Under the line with the slash, or above it when there is no room below. */
function placeBelow(list: HTMLElement, editor: Editor, from: number) {
  const page = list.offsetParent?.getBoundingClientRect()
  if (!page) return
  const line = editor.view.coordsAtPos(from)
  const fits = line.bottom + list.offsetHeight < window.innerHeight
  list.style.insetInlineStart = `${line.left - page.left}px`
  list.style.insetBlockStart = `${(fits ? line.bottom + 2 : Math.max(line.top - list.offsetHeight - 2, 60)) - page.top}px`
}
