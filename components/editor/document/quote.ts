/** The block for a quote: the words exactly as written, and a link to the person who said them. */
import { InputRule, Node } from '@tiptap/core'
import type { Attribution } from '#lib/document/rich-text.ts'
import { speakerOffer } from './speaker-offer.ts'

/** Reads the attribution that was copied with a quote. */
function attributionIn(copied: string | null | undefined): Attribution | null {
  try {
    const { place, verb, named } = JSON.parse(copied ?? 'null') ?? {}
    if (place !== 'after' && place !== 'before') return null
    return { place, verb: String(verb ?? '').slice(0, 60), named: String(named ?? '').slice(0, 200) }
  } catch {
    return null
  }
}

export const Quote = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,

  addAttributes: () => ({
    personId: {
      default: null,
      parseHTML: (element) => element.closest('[data-person-id]')?.getAttribute('data-person-id') || null,
      renderHTML: ({ personId }) => (personId ? { 'data-person-id': personId } : {}),
    },
    attribution: {
      default: null,
      parseHTML: (element) => attributionIn(element.closest('[data-attribution]')?.getAttribute('data-attribution')),
      renderHTML: ({ attribution }) => (attribution ? { 'data-attribution': JSON.stringify(attribution) } : {}),
    },
  }),

  // Each paragraph of a pasted quotation becomes a quote of its own, because a quote is one paragraph here.
  parseHTML: () => [{ tag: 'blockquote > p', priority: 60 }, { tag: 'blockquote:not(:has(> p))' }],

  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, ['p', 0]],

  addKeyboardShortcuts() {
    return {
      // Enter finishes a quote; narration follows.
      Enter: () => {
        const { $from, empty } = this.editor.state.selection
        if (!empty || $from.parent.type.name !== this.name) return false
        if ($from.parent.content.size === 0) return this.editor.commands.setNode('paragraph')
        const atEnd = $from.parentOffset === $from.parent.content.size
        return atEnd
          ? this.editor
              .chain()
              .insertContentAt($from.after(), { type: 'paragraph' })
              .setTextSelection($from.after() + 1)
              .run()
          : false
      },
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection
        if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== this.name) return false
        return this.editor.commands.setNode('paragraph')
      },
    }
  },

  // In Swedish a quote is a paragraph that an en dash opens. The dash stays: it is part of the words. Not every
  // keyboard has one, and in Markdown a quote begins with a greater-than sign.
  addInputRules() {
    const rule = (find: RegExp, words: string) =>
      new InputRule({
        find,
        handler: ({ state, range, chain }) => {
          if (state.selection.$from.parent.type.name !== 'paragraph' || state.selection.$from.depth > 1) return null
          const made = words ? chain().insertContentAt(range, words) : chain().deleteRange(range)
          made.setNode(this.name, { personId: null }).setMeta(speakerOffer, true).run()
          return undefined
        },
      })
    return [rule(/^(?:–|--) $/, '– '), rule(/^> $/, '')]
  },
})
