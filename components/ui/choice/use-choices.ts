import { type KeyboardEvent, useId, useLayoutEffect, useState } from 'react'
import { announce } from '../announce.tsx'
import type { Line } from './choice-lines.ts'

interface Options {
  lines: Line[]
  /** The line that is preselected; -1 for none. */
  likeliest: number
  isOpen: boolean
  onOpen: () => void
  onTake: (line: Line) => void
}

/**
 * Keeps which line of a list is selected while focus stays in its field. `takesKey` follows the arrows and Enter, and
 * tells whether it did; `combobox` are the field's attributes.
 */
export function useChoices({ lines, likeliest, isOpen, onOpen, onTake }: Options) {
  const id = useId()
  const [at, setAt] = useState<number>()
  const index = Math.min(at ?? likeliest, lines.length - 1)
  const active = isOpen ? lines[index] : undefined
  useLayoutEffect(() => {
    if (isOpen) document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, isOpen, index])
  const take = (line: Line) => {
    if (line.unfit) return announce(line.unfit)
    setAt(undefined)
    onTake(line)
  }
  return {
    id,
    active,
    take,
    /** Preselects the likeliest again, when what is typed has changed. */
    reset: () => setAt(undefined),
    takesKey(event: KeyboardEvent): boolean {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) {
        event.preventDefault()
        const from = index < 0 && step < 0 ? 0 : index
        if (isOpen && lines.length > 0) setAt((from + step + lines.length) % lines.length)
        onOpen()
        return true
      }
      if (event.key !== 'Enter' || !active) return false
      event.preventDefault()
      take(active)
      return true
    },
    combobox: {
      role: 'combobox',
      'aria-expanded': isOpen,
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      'aria-activedescendant': active && `${id}-${index}`,
      autoComplete: 'off',
      spellCheck: false,
    } as const,
  }
}

export type Choices = ReturnType<typeof useChoices>
