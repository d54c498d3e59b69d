'use client'
/**
 * Says what was done and offers what can follow, for twelve seconds, and for as long as the pointer or the focus is on it.
 * F6 goes to it and back, Esc closes it.
 */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { createPortal } from 'react-dom'

const lasts = 12_000

interface Props {
  children: ReactNode
  onClose: () => void
  /** Whether it goes only when it is closed, as long as what it tells of lasts. */
  stays?: boolean
}

export function PassingToast({ children, onClose, stays = false }: Props) {
  const box = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  }, [onClose])
  useToastKeys(box, close)
  usePassing(box, close, stays)
  // On top of everything, wherever it is said: no bar of the page lies over it.
  return createPortal(
    <section className="toast passing" ref={box}>
      {children}
    </section>,
    document.body,
  )
}

function usePassing(box: RefObject<HTMLElement | null>, close: RefObject<() => void>, stays: boolean) {
  useEffect(() => {
    const toast = box.current
    if (!toast || stays) return
    let timer = setTimeout(() => close.current(), lasts)
    const hold = () => clearTimeout(timer)
    const letGo = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (toast.matches(':hover, :focus-within')) return
        close.current()
      }, lasts)
    }
    toast.addEventListener('pointerenter', hold)
    toast.addEventListener('pointerleave', letGo)
    toast.addEventListener('focusin', hold)
    toast.addEventListener('focusout', letGo)
    return () => {
      clearTimeout(timer)
      toast.removeEventListener('pointerenter', hold)
      toast.removeEventListener('pointerleave', letGo)
      toast.removeEventListener('focusin', hold)
      toast.removeEventListener('focusout', letGo)
    }
  }, [box, close, stays])
}

/**
 * Gives the focus back to where it was. Where that was nowhere, as when a dialog has just closed, or is gone, it is let go
 * of all the same.
 */
export function focusBack(before: Element | null): void {
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/** F6 goes to a toast and back, Esc in it closes it. */
export function useToastKeys(box: RefObject<HTMLElement | null>, close: RefObject<() => void>): void {
  // Before the toast is painted: whoever sees it may press at once.
  useLayoutEffect(() => {
    let before: Element | null = null
    const onKey = (event: KeyboardEvent) => {
      const toast = box.current
      if (!toast) return
      const isInside = toast.contains(document.activeElement)
      const back = () => {
        if (isInside) focusBack(before)
      }
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
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [box, close])
}
