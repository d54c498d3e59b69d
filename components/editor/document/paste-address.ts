/** Handles a pasted address: that of a film becomes a film, and with words selected it becomes their link. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { isSafeHref } from '#lib/document/links.ts'
import { filmAt } from './embed.ts'
import { insertBlock } from './insert-block.ts'

export const PasteAddress = Extension.create({
  name: 'pasteAddress',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handlePaste: (_, event) => {
            const text = event.clipboardData?.getData('text/plain').trim() ?? ''
            if (!/^https?:\/\/\S+$/.test(text) || !isSafeHref(text)) return false
            const { empty, $from } = this.editor.state.selection
            if (!empty) return this.editor.commands.setMark('link', { href: text })
            const film = filmAt(text)
            if (film && $from.depth === 1 && $from.parent.content.size === 0) {
              insertBlock(this.editor, { type: 'embed', attrs: { ...film, title: '' } })
              return true
            }
            return this.editor.commands.insertContent({
              type: 'text',
              text,
              marks: [{ type: 'link', attrs: { href: text } }],
            })
          },
        },
      }),
    ]
  },
})
