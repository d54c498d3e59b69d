'use client'
/**
 * Says what was done and offers what can follow, for twelve seconds, and for as long as the pointer or the focus is on it.
 * F6 goes to it and back, Esc closes it.
 */
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

const lasts = 12_000

export function PassingToast({ children, onClose }: { children: ReactNode; onClose: () => void }) {
  const box = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  usePassing(box, close)
  // On top of everything, wherever it is said: no bar of the page lies over it.
  return createPortal(
    <section className="toast passing" ref={box}>
      {children}
    </section>,
    document.body,
  )
}

function usePassing(box: RefObject<HTMLElement | null>, close: RefObject<() => void>) {
  useEffect(() => {
    const toast = box.current
    if (!toast) return
    let timer = setTimeout(() => close.current(), lasts)
    const hold = () => clearTimeout(timer)
    const letGo = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (toast.matches(':hover, :focus-within')) return
        close.current()
      }, lasts)
    }
    let before: Element | null = null
    const back = () => {
      if (toast.contains(document.activeElement) && before instanceof HTMLElement) before.focus()
    }
    const onKey = (event: KeyboardEvent) => {
      const isInside = toast.contains(document.activeElement)
      if (event.key === 'F6') {
        event.preventDefault()
        if (isInside) return back()
        before = document.activeElement
        toast.querySelector<HTMLElement>('a, button')?.focus()
      } else if (event.key === 'Escape' && isInside) {
        event.stopPropagation()
        back()
        close.current()
      }
    }
    toast.addEventListener('pointerenter', hold)
    toast.addEventListener('pointerleave', letGo)
    toast.addEventListener('focusin', hold)
    toast.addEventListener('focusout', letGo)
    document.addEventListener('keydown', onKey)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', onKey)
      toast.removeEventListener('pointerenter', hold)
      toast.removeEventListener('pointerleave', letGo)
      toast.removeEventListener('focusin', hold)
      toast.removeEventListener('focusout', letGo)
    }
  }, [box, close])
}
