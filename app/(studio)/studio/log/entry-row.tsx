'use client'
import { type ReactNode, useId, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'

interface Props {
  /** What the button shows and hides. */
  label: string
  detail: ReactNode
  open: boolean
  children: ReactNode
}

/** A row of the log, with what it changed in a row below that can be shown and hidden. */
export function EntryRow({ label, detail, open, children }: Props) {
  const [isOpen, setOpen] = useState(open)
  const id = useId()
  return (
    <>
      <tr className={isOpen ? 'open' : undefined}>
        {children}
        <td className="c-open">
          <button
            className="button quiet icon-only small"
            type="button"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={label}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="chevron-down" small />
          </button>
        </td>
      </tr>
      <tr className="detail" id={id} hidden={!isOpen}>
        <td colSpan={5}>{detail}</td>
      </tr>
    </>
  )
}
