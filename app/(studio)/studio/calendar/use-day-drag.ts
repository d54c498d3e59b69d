'use client'
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

interface Drag {
  key: string
  from: { x: number; y: number }
  /** The day under the pointer, once it has moved far enough to be no press. */
  over?: string | undefined
}

/** How many pixels a press may slip before it is a drag. */
const slip = 6

/**
 * Drags something to another day with a mouse or a pen; a finger scrolls, and moves things from their menus. Esc lets go. The
 * press that ends a drag opens nothing.
 */
export function useDayDrag(grid: RefObject<HTMLElement | null>, onDrop: (key: string, day: string) => void) {
  const [drag, setDrag] = useState<Drag>()
  const drop = useRef(onDrop)
  drop.current = onDrop
  const key = drag?.key
  const start = useRef<Drag['from']>({ x: 0, y: 0 })
  useEffect(() => {
    if (key === undefined) return
    let over: string | undefined
    const dayAt = ({ clientX, clientY }: PointerEvent): string | undefined => {
      const day = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-day]')
      return day && grid.current?.contains(day) ? day.dataset.day : undefined
    }
    const follow = (event: PointerEvent) => {
      const isSlip = Math.hypot(event.clientX - start.current.x, event.clientY - start.current.y) < slip
      if (isSlip && over === undefined) return
      event.preventDefault()
      over = dayAt(event)
      setDrag({ key, from: start.current, over: over ?? '' })
    }
    const stop = () => setDrag(undefined)
    const land = () => {
      stop()
      if (over === undefined) return
      window.addEventListener('click', swallow, { capture: true, once: true })
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
      if (over) drop.current(key, over)
    }
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && stop()
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', land)
    window.addEventListener('pointercancel', stop)
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', land)
      window.removeEventListener('pointercancel', stop)
      window.removeEventListener('keydown', onKey)
    }
  }, [key, grid])

  const handle = (held: string) => ({
    onPointerDown: (event: ReactPointerEvent) => {
      if (event.button !== 0 || event.pointerType === 'touch') return
      start.current = { x: event.clientX, y: event.clientY }
      setDrag({ key: held, from: start.current })
    },
  })
  return { handle, over: drag?.over, held: drag?.over === undefined ? undefined : drag.key }
}

function swallow(event: MouseEvent): void {
  event.preventDefault()
  event.stopPropagation()
}
