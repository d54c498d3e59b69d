'use client'
/**
 * A combobox that finds somebody or something by a part of the name. The likeliest is preselected: Enter takes it, Esc
 * and Tab choose nothing. Imported only on demand.
 */
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
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
  /** Whether the list is always open, because what is around the field was opened for it. */
  isOpened?: boolean
  /** Called by Tab, where nothing else can be reached. */
  onTab?: () => void
}

export function ChoiceBox(props: Props) {
  const { label, placeholder, choices, onChoose, autoFocus = false, isOpened = false, onTab } = props
  const t = useText('editor')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [wasOpened, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const isOpen = isOpened || wasOpened
  const found = findByName(choices, typed, ({ about }) => about ?? '')
  const index = Math.min(at, found.length - 1)
  const active = isOpen ? found[index] : undefined
  const optionId = (choice: PickerChoice) => `${id}-${choice.id}`

  useLayoutEffect(() => {
    if (autoFocus) field.current?.focus()
  }, [autoFocus])
  useLayoutEffect(() => {
    if (active) document.getElementById(`${id}-${active.id}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  /** The field starts anew after each choice: empty, closed, and ready for the next. */
  const startAnew = () => {
    setTyped('')
    setOpen(false)
    setAt(0)
  }
  const choose = (choice: PickerChoice) => {
    startAnew()
    onChoose(choice.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (isOpen && found.length > 0) setAt((index + step + found.length) % found.length)
      setOpen(true)
    } else if (event.key === 'Enter') {
      // A field in a form neither sends it nor lets go of what is typed.
      event.preventDefault()
      if (active) choose(active)
    } else if (event.key === 'Tab' && onTab) {
      event.preventDefault()
      onTab()
    } else if (event.key === 'Escape' && wasOpened && !isOpened) {
      // Only the list closes, not what is around the field.
      event.preventDefault()
      event.stopPropagation()
      startAnew()
    }
  }

  return (
    <div className="field choice-box">
      <label htmlFor={id}>{label}</label>
      <div className={isOpened ? undefined : 'with-open'}>
        <input
          ref={field}
          className="input"
          id={id}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active)}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setOpen(true)
            setAt(0)
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={startAnew}
        />
        {!isOpened && (
          <button
            type="button"
            // The arrow keys do the same in the field.
            tabIndex={-1}
            aria-label={t('choices-show', { what: label })}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              field.current?.focus()
              setOpen(!wasOpened)
            }}
          >
            <Icon name="chevron-down" small />
          </button>
        )}
      </div>
      <div className={isOpened ? 'choice-list' : 'menu choice-list under'} hidden={!isOpen}>
        <div id={`${id}-list`} role="listbox" aria-label={label}>
          {found.map((choice) => (
            <div
              key={choice.id}
              id={optionId(choice)}
              role="option"
              tabIndex={-1}
              aria-selected={choice === active}
              className="choice-option"
              onMouseDown={(event) => {
                // The caret stays in the field.
                event.preventDefault()
                choose(choice)
              }}
            >
              {choice.face !== undefined && <Face src={choice.face} />}
              <span>
                {choice.name}
                {choice.about && <span className="what">{choice.about}</span>}
              </span>
            </div>
          ))}
        </div>
        {found.length === 0 && <p className="muted">{t('no-match')}</p>}
      </div>
      <p className="vh" role="status">
        {isOpen && typed.trim() && t('choices-count', { count: found.length })}
      </p>
    </div>
  )
}
