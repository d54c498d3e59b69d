/** How words stand with whoever has been asked about them, as a shape. */
import type { ReactNode } from 'react'
import type { QuoteState } from '#lib/document/sign-off-states.ts'

export type AnswerState = QuoteState | 'unsent' | 'over'

const ring = <circle cx="8" cy="8" r="6" />
const back = (
  <>
    {ring}
    <path d="M10.75 8h-5M8 5.5 5.5 8 8 10.5" />
  </>
)

const shapes: Record<AnswerState, ReactNode> = {
  unsent: <circle cx="8" cy="8" r="6" strokeDasharray="2.2 2.51" />,
  waiting: (
    <>
      {ring}
      <path className="fill" d="M8 4.5a3.5 3.5 0 0 1 0 7z" />
    </>
  ),
  suggest: back,
  refuse: back,
  approve: (
    <>
      {ring}
      <path d="M5.25 8.25 7.25 10.25 10.85 6" />
    </>
  ),
  changed: (
    <>
      <path d="M13.9 7.6A6 6 0 1 1 8.9 2.1M5.25 8.25 7.25 10.25 10.5 6.4" />
      <circle className="fill" cx="12.6" cy="3.4" r="2" />
    </>
  ),
  over: (
    <>
      {ring}
      <path d="M3.9 12.1 12.1 3.9" />
    </>
  ),
}

/** Whether the writer has something to do about it. */
export const isToDo = (state: AnswerState): boolean => state === 'suggest' || state === 'refuse' || state === 'changed'

export const AnswerGlyph = ({ state }: { state: AnswerState }) => (
  <svg className={`glyph answer-${state}`} viewBox="0 0 16 16" aria-hidden="true">
    {shapes[state]}
  </svg>
)
