'use client'
/** How a quote stands with its speaker, in the margin beside it. */
import type { ReactNodeViewProps } from '@tiptap/react'
import { use } from 'react'
import { useText } from '#components/ui/messages.tsx'
import { AnswerGlyph, isToDo } from './answer-glyph.tsx'
import { QuoteStates } from './use-sign-offs.ts'
import './sign-offs.css'

/** Returns nothing in a text about whose quotes nobody has been asked. */
export function useQuoteState({ editor, getPos }: Pick<ReactNodeViewProps, 'editor' | 'getPos'>) {
  const states = use(QuoteStates)
  const at = getPos()
  if (!states || at === undefined) return undefined
  return states.get(editor.state.doc.resolve(at).index(0))?.state ?? 'unsent'
}

export function QuoteState({ state }: { state: NonNullable<ReturnType<typeof useQuoteState>> }) {
  const t = useText('sign-offs')
  return (
    <span className={isToDo(state) ? 'approval todo' : 'approval'}>
      <AnswerGlyph state={state} />
      {t(`state-${state}`)}
    </span>
  )
}
