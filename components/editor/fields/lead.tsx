'use client'
/** The lead: one or more points, each a line of its own, moved and removed by keys and by buttons. */
import { type KeyboardEvent, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import { GrowingText } from './growing-text.tsx'

const most = 10

/**
 * Numbers the points, so that they keep their identity while they are moved. `crypto.randomUUID` exists only with
 * https.
 */
let made = 0
const newKey = () => `point-${made++}`

interface Props {
  points: string[]
  onChange: (points: string[]) => void
  /** Called by the down key in the last point: goes on to the text. */
  onNext: () => void
}

export function Lead({ points, onChange, onNext }: Props) {
  const t = useText('editor')
  const { keyOf, fieldOf, insert, remove, move, split, focus } = usePoints(points, onChange)

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>, index: number) => {
    if (event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd, value } = event.currentTarget
    const isLast = index === points.length - 1
    const done = (act: () => void) => {
      event.preventDefault()
      act()
    }
    if (event.altKey && event.shiftKey && event.key === 'ArrowUp') return done(() => move(index, index - 1))
    if (event.altKey && event.shiftKey && event.key === 'ArrowDown') return done(() => move(index, index + 1))
    if (event.key === 'Enter') {
      return done(() => (!value && isLast ? onNext() : split(index, selectionStart, selectionEnd)))
    }
    if (event.key === 'Backspace' && !value) return done(() => remove(index))
    if (event.key === 'ArrowUp' && selectionEnd === 0 && index > 0) return done(() => focus(index - 1))
    if (event.key === 'ArrowDown' && selectionStart === value.length) {
      return done(() => (isLast ? onNext() : focus(index + 1, false)))
    }
  }

  return (
    <div className="lead">
      <ul className="lead-points" aria-label={t('lead')}>
        {points.map((point, index) => (
          <li key={keyOf(index)}>
            <GrowingText
              ref={fieldOf(index)}
              id={index === 0 ? 'lead-1' : undefined}
              className="point"
              value={point}
              maxLength={1_000}
              placeholder={t('lead-placeholder')}
              aria-label={t('lead-point', { number: index + 1, count: points.length })}
              aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown"
              onChange={(event) => onChange(points.with(index, event.target.value.replace(/\s*\n+\s*/g, ' ')))}
              onKeyDown={(event) => onKeyDown(event, index)}
            />
            <span className="point-tools">
              <PointButton
                icon="arrow-up"
                label={t('move-up')}
                number={index + 1}
                onClick={() => move(index, index - 1)}
              />
              <PointButton
                icon="arrow-down"
                label={t('move-down')}
                number={index + 1}
                onClick={() => move(index, index + 1)}
              />
              <PointButton icon="close" label={t('remove')} number={index + 1} onClick={() => remove(index)} />
            </span>
          </li>
        ))}
      </ul>
      {points.length < most && (
        <button type="button" className="add-point" onClick={() => insert(points.length)}>
          <Icon name="plus" small />
          {t(points.length ? 'lead-add' : 'lead-start')}
        </button>
      )}
    </div>
  )
}

/** Adds, moves and removes points of the lead: each change is announced, and the caret goes along. */
function usePoints(points: string[], onChange: Props['onChange']) {
  const t = useText('editor')
  const fields = useRef<(HTMLTextAreaElement | null)[]>([])
  const [keys, setKeys] = useState(() => points.map(newKey))

  const fieldOf = (index: number) => (field: HTMLTextAreaElement | null) => {
    fields.current[index] = field
  }
  const focus = (index: number, end = true) =>
    requestAnimationFrame(() => {
      const field = fields.current[index]
      field?.focus()
      const at = end ? (field?.value.length ?? 0) : 0
      field?.setSelectionRange(at, at)
    })
  const change = (next: string[], nextKeys: string[]) => {
    setKeys(nextKeys)
    onChange(next)
  }
  const insert = (index: number) => {
    if (points.length >= most) return announce(t('lead-full', { most }))
    change(points.toSpliced(index, 0, ''), keys.toSpliced(index, 0, newKey()))
    focus(index, false)
  }
  const split = (index: number, from: number, to: number) => {
    if (points.length >= most) return announce(t('lead-full', { most }))
    const text = points[index] ?? ''
    const halves = [text.slice(0, from).trimEnd(), text.slice(to).trimStart()]
    change(points.toSpliced(index, 1, ...halves), keys.toSpliced(index + 1, 0, newKey()))
    focus(index + 1, false)
  }
  const remove = (index: number) => {
    change(points.toSpliced(index, 1), keys.toSpliced(index, 1))
    announce(t('lead-removed'))
    if (points.length > 1) focus(Math.max(0, index - 1))
  }
  const move = (from: number, to: number) => {
    if (to < 0 || to >= points.length) return announce(t(to < 0 ? 'already-first' : 'already-last'))
    const moved = <T,>(list: T[]) => list.toSpliced(from, 1).toSpliced(to, 0, list[from] as T)
    change(moved(points), moved(keys))
    announce(t('moved-to', { place: to + 1, count: points.length }))
    focus(to)
  }
  return { keyOf: (index: number) => keys[index] ?? String(index), fieldOf, insert, split, remove, move, focus }
}

function PointButton(props: {
  icon: 'arrow-up' | 'arrow-down' | 'close'
  label: string
  number: number
  onClick: () => void
}) {
  const t = useText('editor')
  return (
    <button type="button" onClick={props.onClick} title={props.label}>
      <Icon name={props.icon} small />
      <span className="vh">{t('of-point', { what: props.label, number: props.number })}</span>
    </button>
  )
}
