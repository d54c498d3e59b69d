import { type RefObject, useEffect, useRef } from 'react'

interface Places {
  /** What has the focus when the part is opened, and when it is closed again, as selectors within it. */
  into?: string
  back?: string
}

/**
 * Keeps the focus where something unfolds in the place of the button that opens it: it goes into what is opened, and back to
 * the button when that is there again. Returns the ref of the part round both.
 */
export function useUnfolding<Part extends HTMLElement>(
  isOpen: boolean,
  { into = 'form :is(input, select, textarea):enabled', back = '.btns > button' }: Places = {},
): RefObject<Part | null> {
  const part = useRef<Part>(null)
  const was = useRef(isOpen)
  useEffect(() => {
    if (was.current === isOpen) return
    was.current = isOpen
    const target = part.current?.querySelector<HTMLElement>(isOpen ? into : back)
    // Of choices, the one that is chosen stands for all of them.
    const name = target instanceof HTMLInputElement && target.type === 'radio' ? CSS.escape(target.name) : undefined
    const chosen = name && part.current?.querySelector<HTMLElement>(`input[name="${name}"]:checked`)
    ;(chosen || target)?.focus()
  }, [isOpen, into, back])
  return part
}
