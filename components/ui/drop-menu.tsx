'use client'
/** A button that opens a menu. The menu's script is loaded when the pointer or the focus comes near the button. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { MenuGroup } from './menu-list.tsx'
import { OnDemand, onDemand } from './on-demand.tsx'

const menuList = onDemand(async () => (await import('./menu-list.tsx')).MenuList, {
  takesKeys: true,
})

interface Props {
  label: string
  className?: string
  groups: MenuGroup[]
  /** The choice that holds now, when the choices are states and not commands. */
  chosen?: string
  placement?: 'bottom start' | 'bottom end'
  onChoose: (key: string) => void
  /** The content of the button. */
  children: ReactNode
}

export function DropMenu({ label, className, groups, chosen, placement, onChoose, children }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [openAt, setOpenAt] = useState<'first' | 'last'>()
  const onKeyDown = (event: KeyboardEvent) => {
    const at = ({ ArrowDown: 'first', ArrowUp: 'last' } as const)[event.key]
    if (!at) return
    event.preventDefault()
    setOpenAt(at)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={openAt !== undefined}
        onPointerEnter={menuList.expect}
        onFocus={menuList.expect}
        onKeyDown={onKeyDown}
        onClick={() => setOpenAt(openAt ? undefined : 'first')}
      >
        {children}
      </button>
      {openAt && (
        <OnDemand
          part={menuList}
          button={button}
          label={label}
          groups={groups}
          chosen={chosen}
          placement={placement}
          openAt={openAt}
          onChoose={onChoose}
          onClose={() => setOpenAt(undefined)}
        />
      )}
    </>
  )
}
