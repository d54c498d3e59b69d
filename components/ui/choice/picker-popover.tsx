'use client'
/** What a picker opens in: a popover at its button, and on phones a sheet from below. Imported only on demand. */
import type { ReactNode, RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { PickerSheet } from './picker-sheet.tsx'
import { useIsPhone } from './use-is-phone.ts'

interface Props {
  button: RefObject<HTMLElement | null>
  label: string
  /** Returns what the picker is about, which stays bright above a sheet. */
  about?: () => Element | null | undefined
  onClose: () => void
  children: ReactNode
}

export function PickerPopover({ button, label, about, onClose, children }: Props) {
  const isPhone = useIsPhone()
  if (isPhone)
    return (
      <PickerSheet label={label} about={about} onClose={onClose}>
        {children}
      </PickerSheet>
    )
  return (
    <Popover className="menu picker" triggerRef={button} placement="bottom start" isOpen onOpenChange={onClose}>
      <Dialog aria-label={label}>{children}</Dialog>
    </Popover>
  )
}
