'use client'
/** One difference between two texts, with the choice between the sides. */
import { type ReactNode, useId } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { usePickers } from '../pickers/picker-context.tsx'
import type { Pick } from './merge.ts'

export interface Side {
  heading: string
  about: string
  /** The label for choosing this side. */
  take: string
}

interface Props {
  id: string
  legend: string
  sides: [left: Side, right: Side]
  /** Null where a side has nothing: choosing it leaves the other's out. */
  left: ReactNode | null
  right: ReactNode | null
  canHaveBoth: boolean
  pick: Pick | undefined
  onPick: (pick: Pick) => void
}

export function Question({ id, legend, sides, left, right, canHaveBoth, pick, onPick }: Props) {
  const t = useText('editor')
  const { language } = usePickers()
  const name = useId()
  const contents = { mine: left, theirs: right }
  const labelOf = (own: ReactNode, other: ReactNode, side: Side) => {
    if (own === null) return t('merge-leave-out')
    return other === null ? t('merge-take-in') : side.take
  }
  const labels = { mine: labelOf(left, right, sides[0]), theirs: labelOf(right, left, sides[1]) }
  const choice = (value: Pick, className: string, label: string) => (
    <label className={className}>
      <input
        type="radio"
        name={name}
        checked={pick === value}
        onChange={() => onPick(value)}
        aria-describedby={value === 'both' ? undefined : `${id}-${value}`}
      />
      <span>{label}</span>
    </label>
  )
  return (
    <fieldset className="pair" id={id}>
      <legend>
        <span>{legend}</span>
        <span className={pick ? 'state' : 'state left'}>
          {pick ? t('merge-picked', { what: pick === 'both' ? t('merge-both-short') : labels[pick] }) : t('merge-open')}
        </span>
      </legend>
      <div className="sides">
        {(['mine', 'theirs'] as const).map((side, index) => (
          <div className="side" key={side}>
            {choice(side, 'pick', labels[side])}
            <div className="words" id={`${id}-${side}`} lang={language}>
              <p className="whose">{sides[index]?.heading}</p>
              {contents[side] ?? <p className="muted">{t('not-here')}</p>}
            </div>
          </div>
        ))}
      </div>
      {canHaveBoth && <div className="others">{choice('both', 'choice', t('merge-both'))}</div>}
    </fieldset>
  )
}
