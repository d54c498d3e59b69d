/** Something asked for by typing: what has been typed so far, and the keys that choose among the answers. */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'

export interface TypedAsk {
  typed: string
  from: number
  to: number
}

export interface TypedAskOptions {
  /** Answers a key while something is asked for: true when it was taken. */
  onKey: (key: string) => boolean
}

/** An extension that gives the keys away while `find` sees a question, until Esc; and the question, for the list of answers. */
export function typedAsk(name: string, find: (state: EditorState) => TypedAsk | undefined) {
  const key = new PluginKey<{ dismissedAt: number | null }>(name)
  const asked = (state: EditorState): TypedAsk | undefined => {
    const found = find(state)
    return found && key.getState(state)?.dismissedAt !== found.from ? found : undefined
  }
  const extension = Extension.create<TypedAskOptions>({
    name,
    // Before the text's own answer to Enter and the arrows.
    priority: 1100,
    addOptions: () => ({ onKey: () => false }),
    addProseMirrorPlugins() {
      return [
        new Plugin<{ dismissedAt: number | null }>({
          key,
          state: {
            init: () => ({ dismissedAt: null }),
            apply(transaction, { dismissedAt }, _, state) {
              const at = transaction.getMeta(key) as number | undefined
              if (at !== undefined) return { dismissedAt: at }
              if (dismissedAt === null) return { dismissedAt }
              const here = transaction.mapping.map(dismissedAt, -1)
              return { dismissedAt: find(state)?.from === here ? here : null }
            },
          },
          props: {
            handleKeyDown: (view, event) => {
              const question = event.isComposing ? undefined : asked(view.state)
              if (!question) return false
              if (event.key === 'Escape') {
                view.dispatch(view.state.tr.setMeta(key, question.from))
                return true
              }
              return this.options.onKey(event.key)
            },
          },
        }),
      ]
    },
  })
  return { extension, asked }
}
