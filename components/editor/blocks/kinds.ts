/** The kinds of blocks that a writer can insert: their names, icons and commands. */
import type { Editor } from '@tiptap/core'
import type { IconName } from '#components/ui/icon-paths.ts'
import { emptyTable, insertBlock, writeInside } from '../document/insert-block.ts'
import { speakerOffer } from '../document/speaker-offer.ts'
import { backToText } from '../pickers/back-to-text.ts'

/** The dialogs for what a block needs before it can be inserted. */
export interface InsertDialogs {
  insertPicture: () => void
  insertGallery: () => void
  insertFilm: () => void
  insertDocument: () => void
}

export type BlockKey =
  | 'quote'
  | 'heading'
  | 'heading-3'
  | 'heading-4'
  | 'bullet-list'
  | 'ordered-list'
  | 'fact-box'
  | 'table'
  | 'divider'
  | 'image'
  | 'gallery'
  | 'embed'
  | 'download'

interface BlockKind {
  key: BlockKey
  group: 'voices' | 'text' | 'media'
  icon: IconName
  /** The characters that can be typed instead. */
  typed?: string
  insert: (editor: Editor, dialogs: InsertDialogs) => void
}

/** Focuses the first field of a new block. */
function focusField(editor: Editor, at: number) {
  backToText(editor, () => {
    const block = editor.view.nodeDOM(at)
    return block instanceof HTMLElement ? block.querySelector('input') : null
  })
}

export const blockKinds: BlockKind[] = [
  {
    key: 'quote',
    group: 'voices',
    icon: 'quote',
    typed: '– ␣',
    insert: (editor) =>
      editor.chain().focus().toggleNode('quote', 'paragraph', { personId: null }).setMeta(speakerOffer, true).run(),
  },
  {
    key: 'heading',
    group: 'text',
    icon: 'heading',
    typed: '## ␣',
    insert: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  ...([3, 4] as const).map((level) => ({
    key: `heading-${level}` as const,
    group: 'text' as const,
    icon: 'heading' as const,
    typed: `${'#'.repeat(level)} ␣`,
    insert: (editor: Editor) => editor.chain().focus().toggleHeading({ level }).run(),
  })),
  {
    key: 'bullet-list',
    group: 'text',
    icon: 'list',
    typed: '- ␣',
    insert: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    key: 'ordered-list',
    group: 'text',
    icon: 'list',
    typed: '1. ␣',
    insert: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    key: 'fact-box',
    group: 'text',
    icon: 'fact-box',
    insert(editor) {
      const row = { type: 'factRow', attrs: { term: '' } }
      focusField(editor, insertBlock(editor, { type: 'factBox', attrs: { title: '' }, content: [row] }))
    },
  },
  {
    key: 'table',
    group: 'text',
    icon: 'table',
    insert: (editor) => writeInside(editor, insertBlock(editor, emptyTable(3, 3))),
  },
  {
    key: 'divider',
    group: 'text',
    icon: 'menu',
    typed: '---',
    insert: (editor) => editor.chain().focus().setHorizontalRule().run(),
  },
  { key: 'image', group: 'media', icon: 'media', insert: (_, dialogs) => dialogs.insertPicture() },
  { key: 'gallery', group: 'media', icon: 'gallery', insert: (_, dialogs) => dialogs.insertGallery() },
  { key: 'embed', group: 'media', icon: 'embed', insert: (_, dialogs) => dialogs.insertFilm() },
  { key: 'download', group: 'media', icon: 'download', insert: (_, dialogs) => dialogs.insertDocument() },
]

export const blockKind = (key: BlockKey) => blockKinds.find((kind) => kind.key === key) as BlockKind
