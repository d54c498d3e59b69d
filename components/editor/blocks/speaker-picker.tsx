'use client'
/** Who said it: chosen among the people, or nobody. Imported only on demand. */
import type { RefObject } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useText } from '#components/ui/messages.tsx'
import { ChoiceBox } from '../choice-box.tsx'
import { useChoices } from '../choices.tsx'
import { personAsChoice } from '../person-choice.ts'

interface Props {
  button: RefObject<HTMLButtonElement | null>
  hasSpeaker: boolean
  onChoose: (personId: string | null) => void
  onClose: () => void
}

export function SpeakerPicker({ button, hasSpeaker, onChoose, onClose }: Props) {
  const t = useText('editor')
  const { people } = useChoices()
  return (
    <Popover className="menu picker" triggerRef={button} placement="bottom start" isOpen onOpenChange={onClose}>
      <Dialog aria-label={t('who-says')}>
        <ChoiceBox
          label={t('speaker-search')}
          placeholder={t('person-placeholder')}
          choices={people.map(personAsChoice)}
          onChoose={onChoose}
          autoFocus
        />
        {hasSpeaker && (
          <button type="button" className="text-button" onClick={() => onChoose(null)}>
            {t('speaker-none')}
          </button>
        )}
      </Dialog>
    </Popover>
  )
}
