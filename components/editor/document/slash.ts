/** A slash first in an empty paragraph asks for a block: what has been typed after it, and the keys that choose. */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'

export interface SlashQuery {
  typed: string
  from: number
  to: number
}

const key = new PluginKey<{ dismissedAt: number | null }>('slash')

/** What is being asked for, or undefined when nothing is. */
export function slashQuery(state: EditorState): SlashQuery | undefined {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return undefined
  const text = $from.parent.textContent
  if (!/^\/[\p{L} -]{0,20}$/u.test(text) || $from.parentOffset !== text.length) return undefined
  if (key.getState(state)?.dismissedAt === $from.before()) return undefined
  return { typed: text.slice(1), from: $from.start(), to: $from.end() }
}

export interface SlashOptions {
  /** Answers a key while something is asked for: true when it was taken. */
  onKey: (key: string) => boolean
}

export const Slash = Extension.create<SlashOptions>({
  name: 'slash',
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
            const { $from } = state.selection
            const isSame = dismissedAt !== null && $from.depth === 1 && $from.before() === dismissedAt
            return { dismissedAt: isSame && $from.parent.textContent.startsWith('/') ? dismissedAt : null }
          },
        },
        props: {
          handleKeyDown: (view, event) => {
            if (event.isComposing || !slashQuery(view.state)) return false
            if (event.key === 'Escape') {
              view.dispatch(view.state.tr.setMeta(key, view.state.selection.$from.before()))
              return true
            }
            return this.options.onKey(event.key)
          },
        },
      }),
    ]
  },
})
