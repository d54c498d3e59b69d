'use client'
/** A field to look somebody or something up in and choose it, by typing a part of the name. */
import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useText } from '#components/ui/messages.tsx'
import { fold } from '#lib/search-terms.ts'

export interface Choice {
  id: string
  name: string
  /** Beside the name, and searched too. */
  about?: string
  face?: string | null
}

interface Props {
  label: string
  placeholder?: string
  choices: Choice[]
  onChoose: (id: string) => void
  autoFocus?: boolean
}

const matches = (text: string, typed: string): boolean =>
  fold(typed)
    .split(/\s+/)
    .every((word) => fold(text).includes(word))

export function ChoiceBox({ label, placeholder, choices, onChoose, autoFocus }: Props) {
  const t = useText('editor')
  const [typed, setTyped] = useState('')
  const found = choices.filter((choice) => matches(`${choice.name} ${choice.about ?? ''}`, typed))
  return (
    <ComboBox
      className="field choice-box"
      items={found}
      inputValue={typed}
      onInputChange={setTyped}
      value={null}
      onChange={(id) => {
        if (id === null) return
        setTyped('')
        onChoose(String(id))
      }}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus={autoFocus}
    >
      <Label>{label}</Label>
      <Input className="input" placeholder={placeholder} autoComplete="off" />
      <Popover className="menu choice-list" offset={2}>
        <ListBox className="choice-options" renderEmptyState={() => <p className="muted">{t('no-match')}</p>}>
          {(choice: Choice) => (
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

/** A face, or the empty shape of one. */
export function Face({ src, large = false }: { src: string | null; large?: boolean }) {
  const className = large ? 'avatar l' : 'avatar'
  return src ? (
    <img className={className} src={src} alt="" width="40" height="40" />
  ) : (
    <span className={className} aria-hidden="true" />
  )
}
