/**
 * Handles a search that is typed in the text, after a slash or an at sign: what has been typed so far, and the keys
 * that choose among the options.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'

export interface TypedTrigger {
  typed: string
  from: number
  to: number
}

export interface TypedTriggerOptions {
  /** Handles a key while the search is open; returns true when it used the key. */
  onKey: (key: string) => boolean
}

/**
 * Returns an extension that hands the keys over while `find` sees a search, until Esc; and the search, for the list of
 * options.
 */
export function typedTrigger(name: string, find: (state: EditorState) => TypedTrigger | undefined) {
  const key = new PluginKey<{ dismissedAt: number | null }>(name)
  const asked = (state: EditorState): TypedTrigger | undefined => {
    const found = find(state)
    return found && key.getState(state)?.dismissedAt !== found.from ? found : undefined
  }
  const extension = Extension.create<TypedTriggerOptions>({
    name,
    // Before the text's own handling of Enter and the arrow keys.
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
