'use client'
import { useEffect, useId, useRef } from 'react'
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

/** The box in the head, which selects all rows of the page or none; `isNamed` where no head stands around it. */
export function SelectPageBox({ isNamed = false }: { isNamed?: boolean }) {
  const t = useText('lists')
  const { page, togglePage } = useSelection()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = page === 'some'
  }, [page])
  const input = (
    <input
      ref={box}
      id={id}
      className="check"
      type="checkbox"
      aria-label={isNamed ? undefined : t('select-page')}
      checked={page === 'all'}
      onChange={togglePage}
    />
  )
  return isNamed ? (
    <span className="choice">
      {input} <label htmlFor={id}>{t('select-page')}</label>
    </span>
  ) : (
    input
  )
}
