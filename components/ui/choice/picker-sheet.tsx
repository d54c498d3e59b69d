'use client'
/**
 * A sheet from below, for phones. What it is about stays bright above it; a drag down, a press beside it and the browser's
 * Back close it as Esc does. Imported only on demand.
 */
import {
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

interface Props {
  label: string
  /** Returns what the sheet is about, if that stands on the page. */
  about?: () => Element | null | undefined
  onClose: () => void
  children: ReactNode
}

export function PickerSheet({ label, about, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useBackAsClose(onClose)
  const { hole, room } = useHole(about)
  const drag = useDragDown(box, onClose)
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="sheet-overlay">
      <div className="scrim" style={{ clipPath: hole }} />
      <Modal
        className="menu picker picker-sheet"
        ref={box}
        style={room ? { maxHeight: `min(70dvh, ${room}px)` } : undefined}
      >
        <Dialog aria-label={label}>
          <div className="grab-line" {...drag} />
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** How much is left bright around what the sheet is about, in pixels. */
const around = 8

/** A sheet is not made lower than this part of the window for what it is about. */
const lowest = 0.5

/**
 * Scrolls what the sheet is about to the top. Returns the shape of what is dimmed, all but that, and how many pixels are
 * left below it for the sheet.
 */
function useHole(about: Props['about']): { hole?: string; room?: number } {
  const [bright, setBright] = useState<{ hole?: string; room?: number }>({})
  const find = useRef(about)
  useLayoutEffect(() => {
    const element = find.current?.()
    if (!element) return
    element.scrollIntoView({ block: 'start', behavior: 'instant' })
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const [x, y, end, below] = [left - around, top - around, right + around, bottom + around].map((edge) => `${edge}px`)
    const hole = `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${x} ${y}, ${x} ${below}, ${end} ${below}, ${end} ${y}, ${x} ${y})`
    setBright({ hole, room: Math.max(innerHeight - bottom - around, innerHeight * lowest) })
  }, [])
  return bright
}

/** Keeps a step in the history that belongs to a sheet from the router, which would take it for a visit to the page. */
const keepToSheet = (event: PopStateEvent) => event.stopImmediatePropagation()

/** Gives the sheet a place in the history, so that Back leaves it and not the page. */
function useBackAsClose(onClose: () => void) {
  const sheet = useId()
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    let isLeft = false
    history.pushState({ sheet }, '')
    const onBack = (event: PopStateEvent) => {
      keepToSheet(event)
      isLeft = true
      close.current()
    }
    window.addEventListener('popstate', onBack, { capture: true })
    return () => {
      window.removeEventListener('popstate', onBack, { capture: true })
      if (isLeft || history.state?.sheet !== sheet) return
      window.addEventListener('popstate', keepToSheet, { capture: true, once: true })
      history.back()
    }
  }, [sheet])
}

/** So far it is dragged before it closes, in pixels. */
const far = 64

function useDragDown(box: RefObject<HTMLElement | null>, onClose: () => void) {
  const from = useRef<number>(undefined)
  const put = (down: number) => {
    if (box.current) box.current.style.translate = down > 0 ? `0 ${down}px` : ''
  }
  const end = () => {
    from.current = undefined
    put(0)
  }
  return {
    onPointerDown(event: PointerEvent) {
      from.current = event.clientY
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove(event: PointerEvent) {
      if (from.current !== undefined) put(event.clientY - from.current)
    },
    onPointerUp(event: PointerEvent) {
      const down = from.current === undefined ? 0 : event.clientY - from.current
      end()
      if (down > far) onClose()
    },
    onPointerCancel: end,
  }
}
