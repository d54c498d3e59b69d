'use client'
/** Panels behind tabs, after the pattern of the ARIA guide: arrow keys move, Enter opens. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

// A panel that is only read must still be scrolled by keys.
const asStop = { tabIndex: 0 } as const

interface Props<Name extends string> {
  label: string
  tabs: readonly { name: Name; label: ReactNode }[]
  open: Name
  onOpen: (name: Name) => void
  /** The content of the open panel. */
  children: ReactNode
}

export function Tabs<Name extends string>({ label, tabs, open, onOpen, children }: Props<Name>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(event.target as HTMLButtonElement)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    buttons.at(next % buttons.length)?.focus()
  }
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-${tab.name}`}
            aria-selected={tab.name === open}
            aria-controls={tab.name === open ? `${id}-panel` : undefined}
            tabIndex={tab.name === open ? 0 : -1}
            onClick={() => onOpen(tab.name)}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`} {...asStop} key={open}>
        {children}
      </div>
    </div>
  )
}
