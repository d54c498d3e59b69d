'use client'
/**
 * A combobox that finds somebody or something by a part of the name. The likeliest is preselected: Enter takes it, Esc
 * and Tab choose nothing. On phones it is a button that opens a sheet from below. Imported only on demand.
 */
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../icon.tsx'
import { useText } from '../messages.tsx'
import { OnDemand, onDemand } from '../on-demand.tsx'
import { type Line, linesFor, type Making, type PickerChoice } from './choice-lines.ts'
import { ChoiceList } from './choice-list.tsx'
import { useChoices } from './use-choices.ts'
import { useIsPhone } from './use-is-phone.ts'

const sheet = onDemand(async () => (await import('./picker-sheet.tsx')).PickerSheet)

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
  /** What is said where nothing fits what is typed. */
  none?: string | undefined
  autoFocus?: boolean
  /** Whether the list is always open, because what is around the field was opened for it. */
  isOpened?: boolean
  /** Called by Tab, where nothing else can be reached. */
  onTab?: () => void
}

export function ChoiceBox(props: Props) {
  const isPhone = useIsPhone()
  return isPhone && !props.isOpened ? <OnPhone {...props} /> : <Box {...props} />
}

/** The field as a button: what can be chosen is seen before the keyboard comes. */
function OnPhone(props: Props) {
  const { label, placeholder, onChoose, making } = props
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  const closing =
    <Given,>(act: (given: Given) => void) =>
    (given: Given) => {
      close()
      act(given)
    }
  return (
    <div className="field choice-box">
      <span aria-hidden="true">{label}</span>
      <button
        ref={button}
        type="button"
        className="input as-field"
        aria-label={placeholder ? `${label}: ${placeholder}` : label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={sheet.expect}
        onFocus={sheet.expect}
        onClick={() => setOpen(true)}
      >
        <span>{placeholder}</span>
        <Icon name="chevron-down" small />
      </button>
      {isOpen && (
        <OnDemand part={sheet} label={label} onClose={close}>
          <Box
            {...props}
            isOpened
            onChoose={closing(onChoose)}
            making={making && { ...making, onMake: closing(making.onMake) }}
            onTab={close}
          />
        </OnDemand>
      )}
    </div>
  )
}

function Box(props: Props) {
  const { label, placeholder, choices: offered, onChoose, making, likely, autoFocus = false, isOpened = false } = props
  const t = useText('choices')
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [wasOpened, setOpen] = useState(false)
  const isOpen = isOpened || wasOpened
  const { lines, likeliest } = linesFor(offered, typed, {
    making,
    likely,
    near: t('near'),
    apart: (count) => t('apart', { count }),
  })
  /** The field starts anew after each choice: empty, closed, and ready for the next. */
  const startAnew = () => {
    setTyped('')
    setOpen(false)
    choices.reset()
  }
  const take = (line: Line) => {
    startAnew()
    if (line.isNew) making?.onMake(line.name)
    else onChoose(line.key)
  }
  const choices = useChoices({ lines, likeliest, isOpen, onOpen: () => setOpen(true), onTake: take })
  useLayoutEffect(() => {
    // On a phone the keyboard would cover the suggestions: it comes when the field is touched.
    if (autoFocus && !matchMedia('(pointer: coarse)').matches) field.current?.focus()
  }, [autoFocus])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || choices.takesKey(event)) return
    // A field in a form neither sends it nor lets go of what is typed.
    if (event.key === 'Enter') event.preventDefault()
    if (event.key === 'Tab' && props.onTab) {
      event.preventDefault()
      props.onTab()
    } else if (event.key === 'Escape' && wasOpened && !isOpened) {
      // Only the list closes, not what is around the field.
      event.preventDefault()
      event.stopPropagation()
      startAnew()
    }
  }
  const nothing = typed.trim() ? (props.none ?? t('none')) : (props.empty ?? t('none'))
  return (
    <div className="field choice-box">
      <label htmlFor={choices.id} className={isOpened ? 'vh' : undefined}>
        {label}
      </label>
      <div className={isOpened ? 'choice-top' : 'with-open'}>
        {isOpened && <Icon name="search" small />}
        <input
          {...choices.combobox}
          ref={field}
          className="input"
          id={choices.id}
          placeholder={placeholder}
          value={typed}
          // No name is longer, and what is typed stands in the list as well.
          maxLength={200}
          onChange={(event) => {
            setTyped(event.target.value)
            setOpen(true)
            choices.reset()
          }}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onBlur={isOpened ? undefined : startAnew}
        />
        {isOpened ? (
          <span aria-hidden="true">
            <kbd>Esc</kbd>
          </span>
        ) : (
          <button
            type="button"
            // The arrow keys do the same in the field.
            tabIndex={-1}
            aria-label={t('show', { what: label })}
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
        {lines.every(({ isNew, group }) => isNew && !group) && <p className="muted">{nothing}</p>}
        <ChoiceList {...{ label, lines, choices, typed }} makes={making?.line} />
      </div>
      {isOpened && (
        <p className="choice-keys" aria-hidden="true">
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('key-move')}
          </span>
          <span>
            <kbd>{t('enter')}</kbd> {t('key-take')}
          </span>
          <span>
            <kbd>Esc</kbd> {t('key-close')}
          </span>
        </p>
      )}
      <p className="vh" role="status">
        {isOpen && typed.trim() && t('count', { count: lines.length })}
      </p>
    </div>
  )
}
