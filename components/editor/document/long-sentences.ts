/** Marks the longest sentences of a text while somebody wants to see them. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { sentencesIn } from '#lib/document/readability.ts'
import { textOf } from '../find/find-matches.ts'

/** Sentences with more words than this are marked, and no more than so many at once. */
const longFrom = 26
const most = 5

interface Marked {
  isOn: boolean
  count: number
  marks: DecorationSet
}

const key = new PluginKey<Marked>('longSentences')
const off: Marked = { isOn: false, count: 0, marks: DecorationSet.empty }

export interface LongSentence {
  from: number
  to: number
  words: number
}

/** Returns the long sentences, the longest first. */
export function longestSentences(doc: Node): LongSentence[] {
  const found: LongSentence[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return
    for (const { start, end, words } of sentencesIn(textOf(node)))
      if (words >= longFrom) found.push({ from: pos + 1 + start, to: pos + 1 + end, words })
  })
  return found.sort((a, b) => b.words - a.words).slice(0, most)
}

function markedIn(doc: Node): Marked {
  const sentences = longestSentences(doc)
  const marks = sentences.map(({ from, to }) => Decoration.inline(from, to, { class: 'long-sentence' }))
  return { isOn: true, count: sentences.length, marks: DecorationSet.create(doc, marks) }
}

export const markedSentences = (state: EditorState): Marked => key.getState(state) ?? off

/** Marks the longest sentences, or removes the marks. Returns how many are marked now. */
export function toggleLongSentences(view: EditorView): number {
  view.dispatch(view.state.tr.setMeta(key, !markedSentences(view.state).isOn))
  return markedSentences(view.state).count
}

export const LongSentences = Extension.create({
  name: 'longSentences',
  addProseMirrorPlugins: () => [
    new Plugin<Marked>({
      key,
      state: {
        init: () => off,
        apply(transaction, was) {
          const isOn = (transaction.getMeta(key) as boolean | undefined) ?? was.isOn
          if (!isOn) return off
          return was.isOn && !transaction.docChanged ? was : markedIn(transaction.doc)
        },
      },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
})
