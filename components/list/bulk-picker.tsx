'use client'
/** Offers what several things can be changed to, in a popover or on phones a sheet. Imported only on demand. */
import { type RefObject, useEffect, useState } from 'react'
import { ChoiceBox } from '#components/ui/choice/choice-box.tsx'
import type { PickerChoice } from '#components/ui/choice/choice-lines.ts'
import { PickerPopover } from '#components/ui/choice/picker-popover.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { BulkAction, Selected } from './types.ts'

interface Props {
  button: RefObject<HTMLButtonElement | null>
  action: BulkAction
  selected: Selected
  onChoose: (choice: string) => void
  onMake: (name: string) => void
  onClose: () => void
}

export function BulkPicker({ button, action, selected, onChoose, onMake, onClose }: Props) {
  const t = useText('lists')
  const [choices, setChoices] = useState<PickerChoice[]>()
  const [hasFailed, setFailed] = useState(false)
  const { making, label, choices: ask } = action
  useEffect(() => {
    let isGone = false
    ask?.(selected).then(
      (answer) => !isGone && setChoices(answer),
      () => !isGone && setFailed(true),
    )
    return () => {
      isGone = true
    }
  }, [ask, selected])
  const closing =
    <Given,>(act: (given: Given) => void) =>
    (given: Given) => {
      onClose()
      act(given)
    }
  return (
    <PickerPopover button={button} label={label} onClose={onClose}>
      {choices ? (
        <ChoiceBox
          label={label}
          placeholder={t('pick')}
          choices={choices}
          onChoose={closing(onChoose)}
          making={
            making && {
              line: (name) => making.line.replace('{name}', () => name),
              about: making.about,
              onMake: closing(onMake),
            }
          }
          autoFocus
          isOpened
          onTab={onClose}
        />
      ) : (
        <p className="muted" role="status">
          {t(hasFailed ? 'failed' : 'fetching')}
        </p>
      )}
    </PickerPopover>
  )
}
