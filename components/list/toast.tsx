'use client'
/** Says what was done, with a way to take it back. It goes after twelve seconds, not while it is pointed at or has focus. */
import { type ReactNode, useEffect, useRef, useState } from 'react'

const lasts = 12_000

export function Toast({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [isHeld, setIsHeld] = useState(false)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useEffect(() => {
    if (isHeld) return
    const timer = window.setTimeout(() => close.current(), lasts)
    return () => window.clearTimeout(timer)
  }, [isHeld])
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'F6' || !box.current) return
      const first = box.current.querySelector<HTMLElement>('a, button')
      if (!first) return
      event.preventDefault()
      first.focus()
    }
    const [hold, letGo] = [() => setIsHeld(true), () => setIsHeld(false)]
    const here = box.current
    document.addEventListener('keydown', onKey)
    for (const name of ['pointerenter', 'focusin']) here?.addEventListener(name, hold)
    for (const name of ['pointerleave', 'focusout']) here?.addEventListener(name, letGo)
    return () => {
      document.removeEventListener('keydown', onKey)
      for (const name of ['pointerenter', 'focusin']) here?.removeEventListener(name, hold)
      for (const name of ['pointerleave', 'focusout']) here?.removeEventListener(name, letGo)
    }
  }, [])
  return (
    <div ref={box} className="toast">
      {children}
    </div>
  )
}
