'use client'
/**
 * A combobox that finds somebody or something by a part of the name. The likeliest is preselected: Enter takes it, Esc
 * and Tab choose nothing. Imported only on demand.
 */
import { Fragment, type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { type Line, linesFor, type Making, type PickerChoice } from './choice-lines.ts'
import { Face } from './face.tsx'

interface Props {
  label: string
  placeholder?: string
  choices: PickerChoice[]
  onChoose: (id: string) => void
  making?: Making | undefined
  /** The likeliest: the id of a choice, or a name that can be made. It is preselected until something is typed. */
  likely?: string | undefined
  /** What is said where there is nobody to choose. */
  empty?: string | undefined
  autoFocus?: boolean
  /** Whether the list is always open, because what is around the field was opened for it. */
  isOpened?: boolean
  /** Called by Tab, where nothing else can be reached. */
  onTab?: () => void
}

export function ChoiceBox(props: Props) {
  const { label, placeholder, choices, onChoose, making, likely, autoFocus = false, isOpened = false, onTab } = props
  const t = useText('editor')
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [wasOpened, setOpen] = useState(false)
  const [at, setAt] = useState<number>()
  const isOpen = isOpened || wasOpened
  const found = linesFor(choices, typed, { making, near: t('choices-near') })
  const likeliest = found.findIndex(({ key }) => key === likely)
  const index = Math.min(at ?? (typed.trim() ? 0 : Math.max(0, likeliest)), found.length - 1)
  const active = isOpen ? found[index] : undefined
  const optionId = (place: number) => `${id}-${place}`

  useLayoutEffect(() => {
    // On a phone the keyboard would cover the suggestions: it comes when the field is touched.
    if (autoFocus && !matchMedia('(pointer: coarse)').matches) field.current?.focus()
  }, [autoFocus])
  useLayoutEffect(() => {
    if (isOpen) document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, isOpen, index])

  /** The field starts anew after each choice: empty, closed, and ready for the next. */
  const startAnew = () => {
    setTyped('')
    setOpen(false)
    setAt(undefined)
  }
  const choose = (line: Line) => {
    startAnew()
    if (line.isNew) making?.onMake(line.name)
    else onChoose(line.key)
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
          aria-activedescendant={active && optionId(index)}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setOpen(true)
            setAt(undefined)
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={isOpened ? undefined : startAnew}
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
        {found.every(({ isNew }) => isNew) && (
          <p className="muted">{typed.trim() ? t('no-match') : (props.empty ?? t('no-match'))}</p>
        )}
        <div id={`${id}-list`} role="listbox" aria-label={label}>
          {found.map((line, place) => (
            <Fragment key={line.key}>
              {line.group && line.group !== found[place - 1]?.group && (
                <p className="group" role="presentation">
                  {line.group}
                </p>
              )}
              <div
                id={optionId(place)}
                role="option"
                tabIndex={-1}
                aria-selected={line === active}
                className={line.isNew ? 'choice-option new' : 'choice-option'}
                onMouseDown={(event) => {
                  // The caret stays in the field.
                  event.preventDefault()
                  choose(line)
                }}
              >
                {line.isNew && <Icon name="plus" />}
                {line.face !== undefined && <Face src={line.face} />}
                <span>
                  {line.isNew ? making?.line(line.name) : line.name}
                  {line.about && <span className="what">{line.about}</span>}
                </span>
              </div>
            </Fragment>
          ))}
        </div>
      </div>
      <p className="vh" role="status">
        {isOpen && typed.trim() && t('choices-count', { count: found.length })}
      </p>
    </div>
  )
}
