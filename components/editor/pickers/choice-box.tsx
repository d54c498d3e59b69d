'use client'
/** A combobox that finds somebody or something by a part of the name. Imported only on demand. */
import { type KeyboardEvent, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { findByName } from '#lib/search/terms.ts'
import { Face } from './face.tsx'

export interface PickerChoice {
  id: string
  name: string
  /** A description beside the name, which is searched too. */
  about?: string
  face?: string | null
}

interface Props {
  label: string
  placeholder?: string
  choices: PickerChoice[]
  onChoose: (id: string) => void
  autoFocus?: boolean
}

/** The field starts anew after each choice: empty, closed, and ready for the next. */
export function ChoiceBox(props: Props) {
  const [round, setRound] = useState(0)
  const onChoose = (id: string) => {
    setRound(round + 1)
    props.onChoose(id)
  }
  return <Field key={round} {...props} autoFocus={props.autoFocus || round > 0} onChoose={onChoose} />
}

function Field({ label, placeholder, choices, onChoose, autoFocus }: Props) {
  const t = useText('editor')
  const [typed, setTyped] = useState('')
  const found = findByName(choices, typed, ({ about }) => about ?? '')
  /** Enter after a few letters takes the first option left, as when naming somebody by an at sign. */
  const takeFirst = (event: KeyboardEvent<HTMLInputElement>) => {
    const [first] = found
    const isPointing = event.currentTarget.hasAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || !first || !typed.trim() || isPointing || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onChoose(first.id)
  }
  return (
    <ComboBox
      className="field choice-box"
      items={found}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(id) => id !== null && onChoose(String(id))}
      allowsEmptyCollection
      autoFocus={autoFocus}
    >
      <Label>{label}</Label>
      <div className="with-open">
        <Input className="input" placeholder={placeholder} autoComplete="off" onKeyDownCapture={takeFirst} />
        <Button>
          <Icon name="chevron-down" small />
        </Button>
      </div>
      <Popover className="menu choice-list" offset={2}>
        <ListBox className="choice-options" renderEmptyState={() => <p className="muted">{t('no-match')}</p>}>
          {(choice: PickerChoice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className="choice-option">
              {choice.face !== undefined && <Face src={choice.face} />}
              <span>
                {choice.name}
                {choice.about && <span className="what">{choice.about}</span>}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
