'use client'
/**
 * The lead: one or more points, each a line of its own, moved and removed by keys and by buttons; or paragraphs without
 * bullets, where the writer has chosen that.
 */
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { announce } from '#components/ui/announce.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { LeadForm } from '#db/types.ts'
import { linesOf } from '#lib/import/headed-text.ts'
import { GrowingText } from './growing-text.tsx'
import { pastedBlocks } from './pasted-blocks.ts'

export const maxPoints = 10

/**
 * Numbers the points, so that they keep their identity while they are moved. `crypto.randomUUID` exists only with
 * https.
 */
let lastKey = 0
const newKey = () => `point-${lastKey++}`

interface Props {
  points: string[]
  form: LeadForm
  onChange: (points: string[]) => void
  onForm: (form: LeadForm) => void
  /** Called by the down key in the last point: goes on to the text. */
  onNext: () => void
}

export function Lead({ points, form, onChange, onForm, onNext }: Props) {
  const t = useText('editor')
  const { keyOf, fieldOf, insert, put, remove, move, split, focus } = usePoints(points, onChange)

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

  /** Several paragraphs are several points, and a bullet before the words is only their mark. */
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>, index: number) => {
    const blocks = pastedBlocks(event.clipboardData)
    const lines = linesOf(blocks)
    if (lines.length < 2 && blocks[0]?.type !== 'bulletList') return
    // Nothing pasted is dropped: without room for all of it, it becomes a part of this point.
    if (points.length - 1 + lines.length > maxPoints) return announce(t('lead-full', { most: maxPoints }))
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    put(index, selectionStart, selectionEnd, lines)
  }

  return (
    <div className="lead">
      <ul className={form === 'points' ? 'lead-points' : 'lead-points plain'} aria-label={t('lead')}>
        {points.map((point, index) => (
          <li key={keyOf(index)}>
            <GrowingText
              ref={fieldOf(index)}
              id={index === 0 ? 'lead-1' : undefined}
              className="point"
              value={point}
              maxLength={1_000}
              placeholder={t('lead-placeholder')}
              aria-label={t(form === 'points' ? 'lead-point' : 'lead-paragraph', {
                number: index + 1,
                count: points.length,
              })}
              aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown"
              onChange={(event) => onChange(points.with(index, event.target.value.replace(/\s*\n+\s*/g, ' ')))}
              onKeyDown={(event) => onKeyDown(event, index)}
              onPaste={(event) => onPaste(event, index)}
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
      {points.length < maxPoints && (
        <button type="button" className="add-point" onClick={() => insert(points.length)}>
          <Icon name="plus" small />
          {t(points.length === 0 ? 'lead-start' : form === 'points' ? 'lead-add' : 'lead-add-paragraph')}
        </button>
      )}
      {points.length > 0 && <FormButton form={form} onForm={onForm} />}
    </div>
  )
}

/** Adds, moves and removes points of the lead: each change is announced, and the caret goes along. */
function usePoints(points: string[], onChange: Props['onChange']) {
  const t = useText('editor')
  const fields = useRef<(HTMLTextAreaElement | null)[]>([])
  const [made, setKeys] = useState(() => points.map(newKey))
  // The lead is also set from outside: by Enter in the headline, by a paste, by another version.
  const keys = points.map((_, index) => made[index] ?? `unmade-${index}`)

  const fieldOf = (index: number) => (field: HTMLTextAreaElement | null) => {
    fields.current[index] = field
  }
  const focus = (index: number, end = true) => {
    const field = fields.current[index]
    field?.focus()
    const at = end ? (field?.value.length ?? 0) : 0
    field?.setSelectionRange(at, at)
  }
  /** Rendered at once: letters typed before the caret has moved would stand in the point where it was. */
  const change = (next: string[], nextKeys: string[]) =>
    flushSync(() => {
      setKeys(nextKeys)
      onChange(next)
    })
  const insert = (index: number) => {
    if (points.length >= maxPoints) return announce(t('lead-full', { most: maxPoints }))
    change(points.toSpliced(index, 0, ''), keys.toSpliced(index, 0, newKey()))
    focus(index, false)
  }
  const split = (index: number, from: number, to: number) => {
    if (points.length >= maxPoints) return announce(t('lead-full', { most: maxPoints }))
    const text = points[index] ?? ''
    const halves = [text.slice(0, from).trimEnd(), text.slice(to).trimStart()]
    change(points.toSpliced(index, 1, ...halves), keys.toSpliced(index + 1, 0, newKey()))
    focus(index + 1, false)
  }
  /** Puts lines in place of what is selected in a point, each a point of its own. */
  const put = (index: number, from: number, to: number, lines: string[]) => {
    const text = points[index] ?? ''
    const [first = '', ...rest] = lines
    const joined = `${text.slice(0, from)}${first}${rest.length ? '' : text.slice(to)}`
    const more = rest.map((line, at) => (at === rest.length - 1 ? `${line}${text.slice(to)}` : line))
    change(points.toSpliced(index, 1, joined, ...more), keys.toSpliced(index + 1, 0, ...more.map(newKey)))
    focus(index + more.length)
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
  return { keyOf: (index: number) => keys[index] ?? String(index), fieldOf, insert, put, split, remove, move, focus }
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

function FormButton({ form, onForm }: Pick<Props, 'form' | 'onForm'>) {
  const t = useText('editor')
  const other = form === 'points' ? 'paragraph' : 'points'
  const change = () => {
    onForm(other)
    announce(t(`lead-form-${other}`))
  }
  return (
    <button type="button" className="add-point" onClick={change}>
      <Icon name={other === 'points' ? 'list' : 'texts'} small />
      {t(`lead-as-${other}`)}
    </button>
  )
}
