'use client'
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

interface Drag {
  from: number
  to: number
}

/**
 * Drags a row of a list to another place, with a mouse, a pen or a finger. The rows stand still meanwhile and a line shows
 * where it would land; Esc lets go.
 */
export function useDrag(list: RefObject<HTMLElement | null>, onDrop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag>()
  const drop = useRef(onDrop)
  drop.current = onDrop
  const from = drag?.from
  useEffect(() => {
    if (from === undefined) return
    let to = from
    const follow = ({ clientY }: PointerEvent) => {
      const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect())
      to = rows.filter(({ top, height }, at) => at !== from && top + height / 2 < clientY).length
      setDrag({ from, to })
    }
    const stop = () => setDrag(undefined)
    const land = () => {
      stop()
      drop.current(from, to)
    }
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && stop()
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
  }, [from, list])

  /** What the handle of a row needs. */
  const handle = (index: number) => ({
    onPointerDown: (event: ReactPointerEvent) => {
      if (event.button !== 0) return
      event.preventDefault()
      setDrag({ from: index, to: index })
    },
  })
  /** How a row looks: `held`, or whether the held one would land `before` or `after` it. */
  const look = (index: number): 'held' | 'before' | 'after' | undefined => {
    if (!drag) return undefined
    if (index === drag.from) return 'held'
    if (index !== drag.to) return undefined
    return drag.to < drag.from ? 'before' : 'after'
  }
  return { handle, look }
}
