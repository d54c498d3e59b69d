import { type RefObject, useEffect, useRef } from 'react'

/** Listens to the keys that are pressed while focus is inside an element, which the reference is given to. */
export function useKeys(onKey: (event: KeyboardEvent) => void): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null)
  const latest = useRef(onKey)
  useEffect(() => {
    latest.current = onKey
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    const here = box.current
    here?.addEventListener('keydown', listen)
    return () => here?.removeEventListener('keydown', listen)
  }, [])
  return box
}
