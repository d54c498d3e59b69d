'use client'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { markedSentences, toggleLongSentences } from '../document/long-sentences.ts'

/** Shows the long sentences that make a text heavy, beside its LIX. */
export function LongSentencesButton({ editor }: { editor: Editor }) {
  const t = useText('writing-tools')
  const { isOn, count } = useEditorState({
    editor,
    selector: () => {
      const marked = markedSentences(editor.state)
      return { isOn: marked.isOn, count: marked.count }
    },
  })
  const toggle = () => {
    const marked = toggleLongSentences(editor.view)
    announce(isOn ? t('long-sentences-cleared') : t('long-sentences-marked', { count: marked }))
  }
  return (
    <span>
      <button type="button" className="text-button" aria-pressed={isOn} onClick={toggle}>
        {t('long-sentences')}
      </button>
      {isOn && ` (${count})`}
    </span>
  )
}
