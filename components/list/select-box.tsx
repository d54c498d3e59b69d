'use client'
import { useEffect, useRef } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { useSelection } from './selection-context.tsx'

/** The box that selects a row. With Shift it selects all rows from the last one pressed. */
export function SelectBox({ id, name }: { id: string; name: string }) {
  const t = useText('lists')
  const { isSelected, toggle } = useSelection()
  return (
    <input
      className="check"
      type="checkbox"
      aria-label={t('select', { name })}
      checked={isSelected(id)}
      // The press is told by the click, which alone knows of Shift.
      onChange={() => {}}
      onClick={(event) => toggle(id, event.shiftKey)}
    />
  )
}

/** The box in the head, which selects all rows of the page or none. */
export function SelectPageBox() {
  const t = useText('lists')
  const { page, togglePage } = useSelection()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = page === 'some'
  }, [page])
  return (
    <input
      ref={box}
      className="check"
      type="checkbox"
      aria-label={t('select-page')}
      checked={page === 'all'}
      onChange={togglePage}
    />
  )
}
