'use client'
/**
 * A field for a name that is known or new, with suggestions below it: a combobox that keeps what is chosen. Enter takes
 * the line that is selected while the list is open; Esc and Tab close it and choose nothing.
 */
import { type KeyboardEvent, useState } from 'react'
import { isSameName } from '#lib/search/near-names.ts'
import { useText } from '../messages.tsx'
import { type Line, linesFor, type Making, type PickerChoice } from './choice-lines.ts'
import { ChoiceList } from './choice-list.tsx'
import { useChoices } from './use-choices.ts'

interface Props {
  label: string
  /** The attributes that tie the field to its label, its hint and its error. */
  tied: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }
  value: string
  maxLength: number
  placeholder?: string
  choices: PickerChoice[]
  making: Making | undefined
  onType: (typed: string) => void
  onChoose: (choice: { id: string; name: string }) => void
  /** Called when the field is left. */
  onLeave?: () => void
}

export function ChoiceInput({ label, tied, value, maxLength, placeholder, choices: offered, making, ...acts }: Props) {
  const t = useText('choices')
  const [isOpen, setOpen] = useState(false)
  /** What is typed filters; what was there before leaves all to choose from. */
  const [typed, setTyped] = useState('')
  const { lines, likeliest } = linesFor(offered, typed, {
    making,
    near: t('near'),
    apart: (count) => t('apart', { count }),
  })
  // Before anything is typed Enter leaves the field as it is.
  const preselected = typed.trim() ? likeliest : lines.findIndex(({ name }) => isSameName(name, value))
  const isShown = isOpen && lines.length > 0
  const close = () => {
    setOpen(false)
    setTyped('')
    choices.reset()
  }
  const take = (line: Line) => {
    close()
    if (line.isNew) making?.onMake(line.name)
    else acts.onChoose({ id: line.key, name: line.name })
  }
  const choices = useChoices({
    lines,
    likeliest: preselected,
    isOpen: isShown,
    onOpen: () => setOpen(true),
    onTake: take,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || choices.takesKey(event)) return
    if (event.key === 'Escape' && isShown) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  return (
    <div className="choice-box">
      <input
        {...choices.combobox}
        {...tied}
        className="input"
        value={value}
        maxLength={maxLength}
        placeholder={placeholder}
        onChange={(event) => {
          acts.onType(event.target.value)
          setTyped(event.target.value)
          setOpen(true)
          choices.reset()
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close()
          acts.onLeave?.()
        }}
      />
      <div className="menu choice-list under" hidden={!isShown}>
        <ChoiceList {...{ label, lines, choices, typed }} makes={making?.line} />
      </div>
      <p className="vh" role="status">
        {isShown && typed.trim() && t('count', { count: lines.length })}
      </p>
    </div>
  )
}
