'use client'
import { useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { BulkAction, Selected } from './types.ts'

const bulkPicker = onDemand(async () => (await import('./bulk-picker.tsx')).BulkPicker)

interface Props {
  count: number
  selected: Selected
  actions: BulkAction[]
  pending: boolean
  onChoose: (action: BulkAction, choice: string) => void
  onMake: (action: BulkAction, name: string) => void
  onClear: () => void
}

/** What can be done with the selected rows. On phones it stands at the thumb. */
export function BulkBar({ count, selected, actions, pending, onChoose, onMake, onClear }: Props) {
  const t = useText('lists')
  return (
    <fieldset className="bulk" aria-label={t('selected', { count })} aria-busy={pending}>
      <b>{t('selected', { count })}</b>
      <span className="sep" />
      {actions.map((action) =>
        action.choices ? (
          <PickAction
            key={action.key}
            action={action}
            selected={selected}
            onChoose={(choice) => onChoose(action, choice)}
            onMake={(name) => onMake(action, name)}
          />
        ) : (
          <button
            key={action.key}
            type="button"
            className="button quiet"
            aria-disabled={pending || undefined}
            onClick={() => onChoose(action, '')}
          >
            <ActionFace action={action} />
          </button>
        ),
      )}
      <button type="button" className="button quiet push" onClick={onClear}>
        {t('clear-selection')}
      </button>
    </fieldset>
  )
}

interface PickProps {
  action: BulkAction
  selected: Selected
  onChoose: (choice: string) => void
  onMake: (name: string) => void
}

/** An action that needs a choice. */
function PickAction({ action, selected, onChoose, onMake }: PickProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button quiet"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={bulkPicker.expect}
        onFocus={bulkPicker.expect}
        onClick={() => setOpen(!isOpen)}
      >
        <ActionFace action={action} />
      </button>
      {isOpen && (
        <OnDemand
          part={bulkPicker}
          button={button}
          action={action}
          selected={selected}
          onChoose={onChoose}
          onMake={onMake}
          onClose={() => {
            setOpen(false)
            requestAnimationFrame(() => button.current?.focus())
          }}
        />
      )}
    </>
  )
}

const ActionFace = ({ action: { icon, label, short } }: { action: BulkAction }) => (
  <>
    <Icon name={icon} small />
    {short ? (
      <>
        <span className="only-wide">{label}</span>
        <span className="only-small">{short}</span>
      </>
    ) : (
      label
    )}
  </>
)
