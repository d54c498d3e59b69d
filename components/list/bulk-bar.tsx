'use client'
import { DropMenu } from '#components/ui/drop-menu.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { BulkAction } from './types.ts'

interface Props {
  count: number
  actions: BulkAction[]
  pending: boolean
  onChoose: (action: BulkAction, choice: string) => void
  onClear: () => void
}

/** What can be done with the selected rows. On phones it stands at the thumb. */
export function BulkBar({ count, actions, pending, onChoose, onClear }: Props) {
  const t = useText('lists')
  return (
    <fieldset className="bulk" aria-label={t('selected', { count })} aria-busy={pending}>
      <b>{t('selected', { count })}</b>
      <span className="sep" />
      {actions.map((action) =>
        action.choices ? (
          <DropMenu
            key={action.key}
            label={action.label}
            className="button quiet"
            groups={action.choices}
            onChoose={(choice) => onChoose(action, choice)}
          >
            <ActionFace action={action} />
          </DropMenu>
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
