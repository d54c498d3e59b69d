'use client'
/** Picks the speaker of a quote among the people, or nobody, and how the page names them. Imported only on demand. */
import type { RefObject } from 'react'
import { ChoiceBox } from '#components/ui/choice/choice-box.tsx'
import { PickerPopover } from '#components/ui/choice/picker-popover.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Attribution } from '#lib/document/rich-text.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import { useLikelyPeople } from '../pickers/use-likely-people.ts'
import type { AskedPerson } from '../pickers/use-new-people.tsx'
import { AttributionFields } from './attribution-fields.tsx'

interface Props {
  button: RefObject<HTMLButtonElement | null>
  hasSpeaker: boolean
  attribution: Attribution | null
  /** The proposed name, used until the writer changes it. */
  proposal: string
  /** The words of the quote, and those before and after it. */
  near: string[]
  onChoose: (personId: string | null) => void
  onNew: (asked: AskedPerson) => void
  onAttribution: (attribution: Attribution | null) => void
  onClose: () => void
}

export function SpeakerPicker({ button, hasSpeaker, near, onChoose, onNew, onClose, ...naming }: Props) {
  const t = useText('editor')
  const { people } = usePickers()
  const offer = useLikelyPeople(people, { near, onNew })
  return (
    <PickerPopover
      button={button}
      label={t('who-says')}
      about={() => button.current?.closest('.quote')}
      onClose={onClose}
    >
      <ChoiceBox
        label={t('speaker-search')}
        placeholder={t('person-placeholder')}
        {...offer}
        onChoose={onChoose}
        autoFocus={!hasSpeaker}
        isOpened
        {...(!hasSpeaker && { onTab: onClose })}
      />
      {hasSpeaker && (
        <button type="button" className="text-button" onClick={() => onChoose(null)}>
          {t('speaker-none')}
        </button>
      )}
      {hasSpeaker && (
        <AttributionFields
          attribution={naming.attribution}
          proposal={naming.proposal}
          onChange={naming.onAttribution}
        />
      )}
    </PickerPopover>
  )
}
