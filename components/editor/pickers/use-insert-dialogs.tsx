'use client'
import type { Editor } from '@tiptap/core'
import { type ReactNode, useMemo, useState } from 'react'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { InsertDialogs } from '../blocks/kinds.ts'
import { pictureBlock } from '../document/gallery.ts'
import { insertBlock } from '../document/insert-block.ts'
import { backToText } from './back-to-text.ts'
import { usePickers } from './picker-context.tsx'

const linkPrompt = onDemand(async () => (await import('./link-prompt.tsx')).LinkPrompt, {
  takesKeys: true,
})
const filmPrompt = onDemand(async () => (await import('./film-prompt.tsx')).FilmPrompt, {
  takesKeys: true,
})

export interface Tools extends InsertDialogs {
  askLink: () => void
}

/** Returns the commands of the toolbar, the menus and the keys that need a dialog, and the dialog that is open now. */
export function useInsertDialogs(editor: Editor | null): { tools: Tools; dialog: ReactNode } {
  const { choosePicture, choosePictures, chooseDocument, language } = usePickers()
  const [open, setOpen] = useState<'link' | 'film'>()
  const tools = useMemo<Tools>(
    () => ({
      askLink: () => setOpen('link'),
      insertFilm: () => setOpen('film'),
      async insertPicture() {
        const picture = await choosePicture()
        if (!editor) return
        if (picture) insertBlock(editor, pictureBlock(picture))
        backToText(editor)
      },
      async insertGallery() {
        const pictures = await choosePictures()
        if (!editor) return
        if (pictures.length > 0) insertBlock(editor, { type: 'gallery', content: pictures.map(pictureBlock) })
        backToText(editor)
      },
      async insertDocument() {
        const paper = await chooseDocument()
        if (!editor) return
        if (paper) insertBlock(editor, { type: 'download', attrs: { mediaId: paper.id, title: paper.title } })
        backToText(editor)
      },
    }),
    [editor, choosePicture, choosePictures, chooseDocument],
  )
  if (!editor || !open) return { tools, dialog: null }
  const close = () => {
    setOpen(undefined)
    backToText(editor)
  }
  if (open === 'film') {
    const insert = (film: object) => {
      insertBlock(editor, { type: 'embed', attrs: { ...film, title: '' } })
      close()
    }
    return { tools, dialog: <OnDemand part={filmPrompt} onFilm={insert} onClose={close} /> }
  }
  const link = (href: string) => {
    setLink(editor, href)
    close()
  }
  const unlink = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run()
    close()
  }
  const href = String(editor.getAttributes('link').href ?? '')
  return {
    tools,
    dialog: (
      <OnDemand part={linkPrompt} href={href} language={language} onLink={link} onUnlink={unlink} onClose={close} />
    ),
  }
}

/**
 * Links the selected words, or changes the link at the caret; with nothing selected the address itself becomes the
 * words.
 */
function setLink(editor: Editor, href: string) {
  const { empty } = editor.state.selection
  if (!empty || editor.isActive('link')) {
    editor.chain().extendMarkRange('link').setMark('link', { href }).run()
    return
  }
  const text = href.replace(/^(https?:\/\/|mailto:|tel:)/, '')
  editor.commands.insertContent({ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] })
}
