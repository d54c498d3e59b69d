/** Placeholders for images that are being uploaded to the library. They move with the text, and are not part of it. */
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

interface Expected {
  key: number
  name: string
  pos: number
}
type Change = { expect: Expected[] } | { settled: number }

const plugin = new PluginKey<DecorationSet>('arriving')

export const UploadPlaceholder = Extension.create<{ label: (name: string) => string }>({
  name: 'arriving',
  addOptions: () => ({ label: (name: string) => name }),
  addProseMirrorPlugins() {
    const { label } = this.options
    return [
      new Plugin<DecorationSet>({
        key: plugin,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, before) {
            const places = before.map(tr.mapping, tr.doc)
            const change = tr.getMeta(plugin) as Change | undefined
            if (!change) return places
            if ('settled' in change) return places.remove(places.find(undefined, undefined, isOf(change.settled)))
            return places.add(
              tr.doc,
              change.expect.map(({ key, name, pos }) =>
                Decoration.widget(pos, () => placeholder(label(name)), {
                  key: `arriving-${key}`,
                  placeholderKey: key,
                  side: 1,
                }),
              ),
            )
          },
        },
        props: { decorations: (state) => plugin.getState(state) },
      }),
    ]
  },
})

const isOf = (key: number) => (spec: { placeholderKey?: number }) => spec.placeholderKey === key

function placeholder(text: string): HTMLElement {
  const place = document.createElement('p')
  place.className = 'arriving'
  place.contentEditable = 'false'
  place.textContent = text
  return place
}

export const expectPictures = (tr: Transaction, expect: Expected[]): Transaction => tr.setMeta(plugin, { expect })

/**
 * Inserts an image at its placeholder, or with `null` removes the placeholder. One that has been deleted gets nothing.
 */
export function settlePicture(view: EditorView, key: number, attrs: object | null): void {
  const place = plugin.getState(view.state)?.find(undefined, undefined, isOf(key))[0]
  if (!place) return
  const tr = view.state.tr.setMeta(plugin, { settled: key })
  const node = attrs && view.state.schema.nodes.image?.create(attrs)
  if (node) tr.insert(place.from, node)
  view.dispatch(tr)
}
