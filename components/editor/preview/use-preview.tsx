'use client'
/** Holds whether the preview is shown, beside the text or in its place; its script is loaded on first use. */
import { type MouseEvent, type ReactNode, useState } from 'react'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { Writing } from '../use-writing.ts'

const part = onDemand(async () => (await import('./preview-panel.tsx')).PreviewPanel)

export interface Previewing {
  isOpen: boolean
  /** For the link to the preview's own page: an ordinary click shows it here instead. */
  toggle: (event: MouseEvent<HTMLAnchorElement>) => void
  expect: () => void
}

export function usePreview(
  releaseId: string,
  writing: Writing,
): { previewing: Previewing; shows: '' | 'beside' | 'full'; panel: ReactNode } {
  const [isOpen, setOpen] = useState(false)
  const [isFull, setFull] = useState(false)
  const close = () => {
    setOpen(false)
    document.querySelector<HTMLElement>('.as-reader')?.focus()
  }
  return {
    previewing: {
      isOpen,
      toggle(event) {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        if (isOpen) close()
        else setOpen(true)
      },
      expect: part.expect,
    },
    shows: isOpen ? (isFull ? 'full' : 'beside') : '',
    panel: isOpen && (
      <OnDemand part={part} releaseId={releaseId} writing={writing} isFull={isFull} onFull={setFull} onClose={close} />
    ),
  }
}
