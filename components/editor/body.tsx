'use client'
/**
 * The editor of the body: the text itself, with the toolbar above it and the handle beside the block with the caret.
 */
import { type Editor, Extension } from '@tiptap/core'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { Placeholder } from '@tiptap/extensions/placeholder'
import { UndoRedo } from '@tiptap/extensions/undo-redo'
import { EditorContent, useEditor } from '@tiptap/react'
import { type RefObject, useMemo, useRef } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Document } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { DownloadWithView } from './blocks/download-view.tsx'
import { EmbedWithView } from './blocks/embed-view.tsx'
import { FactBoxWithView, FactRowWithView } from './blocks/fact-box-view.tsx'
import { GalleryWithView } from './blocks/gallery-view.tsx'
import { ImageWithView } from './blocks/image-view.tsx'
import { QuoteWithView } from './blocks/quote-view.tsx'
import { TableWithView } from './blocks/table-view.tsx'
import { CurrentBlock } from './document/current-block.ts'
import { DropBlock } from './document/drop-block.ts'
import { withViews } from './document/extensions.ts'
import { LongSentences } from './document/long-sentences.ts'
import { Mention } from './document/mention.ts'
import { MoveBlock } from './document/move-block.ts'
import { Paste, type PasteOptions } from './document/paste.ts'
import { PasteAddress } from './document/paste-address.ts'
import { SetQuotes } from './document/set-quotes.ts'
import { Slash } from './document/slash.ts'
import { SpeakerOffer } from './document/speaker-offer.ts'
import { UploadPlaceholder } from './document/upload-placeholder.ts'
import { Finder } from './find/finding.ts'
import { Reading } from './reading/reading-step.ts'
import { TalkOffer } from './typing/talk-offer.ts'
import { TypedSigns } from './typing/typed-signs.ts'

const undoSteps = 200

interface Options {
  initial: Document
  language: Language
  onWritten: (editor: Editor) => void
  askLink: RefObject<() => void>
  toolbar: RefObject<HTMLDivElement | null>
}

export function useBody({ initial, language, onWritten, askLink, toolbar }: Options) {
  const t = useText('editor')
  const uploadPlaceholder = useText('arrivals')
  const reading = useText('reading')
  const onSlashKey = useRef<(key: string) => boolean>(() => false)
  const onMentionKey = useRef<(key: string) => boolean>(() => false)
  const incoming = useRef<PasteOptions>({
    onPictures: () => {},
    onNotice: () => {},
    isEmpty: () => false,
    onPasted: () => {},
  })
  const written = useRef(onWritten)
  written.current = onWritten

  const extensions = useMemo(
    () =>
      extensionsFor({
        t,
        arriving: uploadPlaceholder,
        reading,
        language,
        askLink,
        toolbar,
        onSlashKey,
        onMentionKey,
        incoming,
      }),
    [t, uploadPlaceholder, reading, language, askLink, toolbar],
  )
  const editorProps = useMemo(
    () => ({
      attributes: {
        id: 'body-text',
        class: 'prose',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('body'),
        'aria-keyshortcuts': 'Alt+F10',
        lang: language,
        spellcheck: 'true',
      },
    }),
    [t, language],
  )
  // Made once: the component renders while somebody writes, and another editor would hold the text as it was opened.
  const editor = useEditor({
    extensions,
    content: initial,
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    injectCSS: false,
    editorProps,
    onUpdate: ({ editor: now }) => written.current(now),
  })
  return { editor, onSlashKey, onMentionKey, incoming }
}

interface Hooks extends Pick<Options, 'language' | 'askLink' | 'toolbar'> {
  t: ReturnType<typeof useText<'editor'>>
  arriving: ReturnType<typeof useText<'arrivals'>>
  reading: ReturnType<typeof useText<'reading'>>
  onSlashKey: RefObject<(key: string) => boolean>
  onMentionKey: RefObject<(key: string) => boolean>
  incoming: RefObject<PasteOptions>
}

/** Returns the editor's extensions. The last in the list is the first to handle a key or a paste. */
const extensionsFor = ({
  t,
  arriving: uploadPlaceholder,
  reading,
  language,
  askLink,
  toolbar,
  onSlashKey,
  onMentionKey,
  incoming,
}: Hooks) => [
  ...withViews([
    QuoteWithView,
    ImageWithView,
    GalleryWithView,
    FactBoxWithView,
    FactRowWithView,
    TableWithView,
    EmbedWithView,
    DownloadWithView,
  ]),
  UndoRedo.configure({ depth: undoSteps }),
  Gapcursor,
  Dropcursor.configure({ color: 'var(--link)', width: 2 }),
  Placeholder.configure({
    includeChildren: false,
    placeholder: ({ editor, node }) =>
      node.type.name === 'heading'
        ? t('heading-placeholder')
        : t(editor.isEmpty ? 'body-placeholder' : 'paragraph-placeholder'),
  }),
  CurrentBlock,
  DropBlock,
  Finder,
  LongSentences,
  MoveBlock.configure({
    onMove: (moved) =>
      announce('place' in moved ? t('moved-to', moved) : t(moved.stuck === 'first' ? 'already-first' : 'already-last')),
  }),
  Paste.configure({
    onPictures: (pictures) => incoming.current.onPictures(pictures),
    onNotice: (notice) => incoming.current.onNotice(notice),
    isEmpty: () => incoming.current.isEmpty(),
    onPasted: (blocks, wasEmpty) => incoming.current.onPasted(blocks, wasEmpty),
  }),
  UploadPlaceholder.configure({ label: (name) => uploadPlaceholder('on-its-way', { name }) }),
  PasteAddress,
  Reading.configure({
    reasonFor: ({ reason, place = '' }) => reading('left-out-because', { why: reading(`why-${reason}`, { place }) }),
  }),
  SetQuotes.configure({ language }),
  SpeakerOffer.configure({ onOffer: () => announce(t('speaker-offer')) }),
  TypedSigns.configure({ language }),
  TalkOffer.configure({
    words: { tab: t('key-tab'), offer: t('talk-offer') },
    onOffer: () => announce(t('talk-offer-said')),
  }),
  Slash.configure({ onKey: (key) => onSlashKey.current(key) }),
  Mention.configure({ onKey: (key) => onMentionKey.current(key) }),
  studioKeys(askLink, toolbar),
]

const studioKeys = (askLink: Options['askLink'], toolbar: Options['toolbar']) =>
  Extension.create({
    name: 'studioKeys',
    addKeyboardShortcuts: () => ({
      'Mod-k': () => {
        askLink.current()
        return true
      },
      'Alt-F10': () => {
        toolbar.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
        return true
      },
    }),
  })

export function Body({ editor }: { editor: Editor | null }) {
  return editor ? <EditorContent editor={editor} /> : <div className="prose" aria-busy="true" />
}
