/**
 * Offers to make a quote of a list item that sounds like talk: not every keyboard has the dash that opens a quote, and a
 * hyphen opens a list. The offer takes no key but Tab and Esc, and goes away when the writer goes on with the list.
 */
import { Extension } from '@tiptap/core'
import { Fragment } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { soundsLikeTalk } from '#lib/import/spoken-paragraph.ts'
import { speakerOffer } from '../document/speaker-offer.ts'

const key = new PluginKey<{ at: number | null; dismissedAt: number | null }>('talkOffer')

/** Returns where the list with the caret begins, when its only item sounds like talk. */
function talkAt({ selection: { $from, empty } }: EditorState): number | null {
  if (!empty || $from.depth !== 3) return null
  const [list, item, words] = [$from.node(1), $from.node(2), $from.parent]
  if (list.type.name !== 'bulletList' || list.childCount > 1 || item.childCount > 1) return null
  return /^\p{Lu}/u.test(words.textContent) && soundsLikeTalk(words.textContent) ? $from.before(1) : null
}

/** Puts a quote in place of the list, with the dash that the hyphen stood for, and offers its speaker. */
function accept(view: EditorView, at: number) {
  const { state } = view
  const list = state.doc.nodeAt(at)
  const words = list?.firstChild?.firstChild?.content
  if (!list || !words) return
  const made = state.schema.nodes.quote?.create(
    { personId: null },
    Fragment.from(state.schema.text('– ')).append(words),
  )
  if (!made) return
  const tr = state.tr.replaceWith(at, at + list.nodeSize, made)
  tr.setSelection(TextSelection.create(tr.doc, at + 1 + made.content.size))
  view.dispatch(tr.setMeta(speakerOffer, true).scrollIntoView())
}

interface TalkOfferOptions {
  /** What the offer says: the key, and what it does. */
  words: { tab: string; offer: string }
  /** Called when the offer is shown. */
  onOffer: () => void
}

export const TalkOffer = Extension.create<TalkOfferOptions>({
  name: 'talkOffer',
  // Before the list's own Tab.
  priority: 1100,
  addOptions: () => ({ words: { tab: '', offer: '' }, onOffer: () => {} }),
  addProseMirrorPlugins() {
    const { words, onOffer } = this.options
    return [
      new Plugin({
        key,
        state: {
          init: () => ({ at: null, dismissedAt: null }),
          apply(transaction, before: { at: number | null; dismissedAt: number | null }, _, state) {
            const dismissed = transaction.getMeta(key) as number | undefined
            const dismissedAt = dismissed ?? (before.dismissedAt && transaction.mapping.map(before.dismissedAt))
            const at = talkAt(state)
            return { at: at === dismissedAt ? null : at, dismissedAt }
          },
        },
        props: {
          decorations(state) {
            const at = key.getState(state)?.at ?? null
            if (at === null) return null
            const end = at + (state.doc.nodeAt(at)?.nodeSize ?? 0) - 3
            return DecorationSet.create(state.doc, [
              Decoration.widget(end, () => drawn(words), { side: 1, key: 'talk' }),
            ])
          },
          handleKeyDown(view, event) {
            const at = key.getState(view.state)?.at ?? null
            if (at === null || event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey)
              return false
            if (event.key === 'Tab') accept(view, at)
            else if (event.key === 'Escape') view.dispatch(view.state.tr.setMeta(key, at))
            else return false
            event.preventDefault()
            return true
          },
        },
        view: () => ({
          update: (view, before) => {
            const was = key.getState(before)?.at ?? null
            if (was === null && key.getState(view.state)?.at != null) onOffer()
          },
        }),
      }),
    ]
  },
})

function drawn({ tab, offer }: TalkOfferOptions['words']): HTMLElement {
  const note = document.createElement('span')
  note.className = 'talk-offer'
  note.contentEditable = 'false'
  const kbd = document.createElement('kbd')
  kbd.textContent = tab
  note.append(kbd, ` ${offer}`)
  return note
}
