/**
 * Offers to choose the speaker of a new quote. The offer takes no key but Tab, and goes away by itself when the writer
 * goes elsewhere.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** The metadata of the transaction that makes a quote: true to offer, false to withdraw the offer. */
export const speakerOffer = new PluginKey<{ at: number | null }>('speakerOffer')

/** Returns the place of the quote with the caret, as long as nobody has been named for it. */
function openQuote({ selection: { $from } }: EditorState): number | null {
  const { type, attrs } = $from.parent
  return type.name === 'quote' && attrs.personId === null ? $from.before() : null
}

export interface SpeakerOfferOptions {
  /** Called when a quote has been made and the offer is shown. */
  onOffer: () => void
}

export const SpeakerOffer = Extension.create<SpeakerOfferOptions>({
  name: 'speakerOffer',
  addOptions: () => ({ onOffer: () => {} }),
  addProseMirrorPlugins() {
    return [
      new Plugin<{ at: number | null }>({
        key: speakerOffer,
        state: {
          init: () => ({ at: null }),
          apply(transaction, { at }, _, state) {
            const asked = transaction.getMeta(speakerOffer) as boolean | undefined
            if (asked !== undefined) return { at: asked ? openQuote(state) : null }
            if (at === null) return { at }
            const here = transaction.mapping.map(at)
            return { at: openQuote(state) === here ? here : null }
          },
        },
        props: {
          decorations(state) {
            const at = speakerOffer.getState(state)?.at ?? null
            const quote = at === null ? null : state.doc.nodeAt(at)
            if (at === null || !quote) return null
            return DecorationSet.create(state.doc, [Decoration.node(at, at + quote.nodeSize, { class: 'offered' })])
          },
          handleKeyDown(view, event) {
            const at = speakerOffer.getState(view.state)?.at ?? null
            if (at === null || event.isComposing || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey)
              return false
            if (event.key !== 'Tab' && event.key !== 'Escape') return false
            const quote = view.nodeDOM(at)
            view.dispatch(view.state.tr.setMeta(speakerOffer, false))
            if (event.key === 'Tab' && quote instanceof HTMLElement) quote.querySelector('button')?.click()
            event.preventDefault()
            return true
          },
        },
        view: () => ({
          update: (view, before) => {
            const was = speakerOffer.getState(before)?.at ?? null
            if (was === null && speakerOffer.getState(view.state)?.at != null) this.options.onOffer()
          },
        }),
      }),
    ]
  },
})
