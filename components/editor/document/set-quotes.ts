/** Shows how the page sets a quote, its marks and its speaker, while it is written. They are no part of the words. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { changesFor } from '#lib/document/attribution.ts'
import { type Language, rootLanguage } from '#lib/locale.ts'

const key = new PluginKey<DecorationSet>('setQuotes')

export const SetQuotes = Extension.create<{ language: Language }>({
  name: 'setQuotes',
  addOptions: () => ({ language: rootLanguage }),
  addProseMirrorPlugins() {
    const { language } = this.options
    return [
      new Plugin({
        key,
        state: {
          init: (_, { doc }) => around(doc, language),
          apply: (transaction, before) => (transaction.docChanged ? around(transaction.doc, language) : before),
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

function around(doc: Node, language: Language): DecorationSet {
  const decorations: Decoration[] = []
  doc.forEach((quote, offset) => {
    if (quote.type.name !== 'quote') return
    const start = offset + 1
    const words = quote.textBetween(0, quote.content.size, undefined, ' ')
    for (const { at, drop, set } of changesFor(words, quote.attrs.attribution, language)) {
      const from = start + at
      if (drop > 0) decorations.push(Decoration.inline(from, from + drop, { class: 'given-way' }))
      if (!set) continue
      const side = at === 0 ? -1 : 1
      // The same words in the same place are not rendered again.
      decorations.push(
        Decoration.widget(from + drop, () => drawn(set), { side, key: set, marks: [], ignoreSelection: true }),
      )
    }
  })
  return DecorationSet.create(doc, decorations)
}

function drawn(text: string): HTMLElement {
  const span = document.createElement('span')
  span.className = 'set-by'
  span.contentEditable = 'false'
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) span.append(document.createElement('br'))
    span.append(line)
  }
  return span
}
