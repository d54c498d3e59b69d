/**
 * Handles what is pasted from elsewhere: reads it, holds it to what a text has room for, and puts it where the caret
 * is.
 */

import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Block, Document } from '#lib/document/rich-text.ts'
import { type ImportedBlocks, importedId, isBare, type OmittedParts } from '#lib/import/foreign/imported-blocks.ts'
import { importHtml } from '#lib/import/from-html.ts'
import { isTooLarge } from '#lib/import/html-size.ts'
import { maxBlocks, type TooMuch, tooMuchIn } from '#lib/import/limits.ts'
import { blocksOfText, blocksOfWholeText, isMarkdown, isRichMarkdown } from '#lib/import/plain-text.ts'
import { blocksFor, type ExpectedPicture, putBlocks, sliceOf } from './put-blocks.ts'
import { toDocument } from './to-document.ts'

const maxText = 2_000_000

export interface PastedPicture extends ExpectedPicture {
  file: File
  alt: string
}
export type PasteNotice =
  | { code: 'too-large' | 'unreadable' | `too-much-${TooMuch}` }
  | { code: 'left'; omitted: OmittedParts }

export interface PasteOptions {
  /** Uploads images to the library and shows each at its place when it has arrived. */
  onPictures: (pictures: PastedPicture[]) => void
  onNotice: (notice: PasteNotice) => void
  /** Whether nothing has been written yet, so that what is pasted is a whole text. */
  isEmpty: () => boolean
  /** Called when words have been put into the text. `wasEmpty` tells whether they are all there is. */
  onPasted: (blocks: Block[], wasEmpty: boolean) => void
}

export const Paste = Extension.create<PasteOptions>({
  name: 'pasteFromElsewhere',
  // Before the editor reads the clipboard itself: a large page would be read twice.
  priority: 900,
  addOptions: () => ({ onPictures: () => {}, onNotice: () => {}, isEmpty: () => false, onPasted: () => {} }),
  addProseMirrorPlugins() {
    const { options } = this
    let isPlain = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(_, event) {
              isPlain = event.shiftKey
              return false
            },
            paste(view, event) {
              if (view.composing || !event.clipboardData) return false
              const isOurs = receive(view, event, event.clipboardData, { isPlain, options })
              if (isOurs) event.preventDefault()
              return isOurs
            },
          },
        },
      }),
    ]
  },
})

interface Way {
  isPlain: boolean
  /** Whether the editor would handle a page beside the words that has nothing on it. */
  isBare?: boolean
  options: PasteOptions
}

/** Returns true when the paste has been handled; otherwise the editor handles it in its own way. */
function receive(view: EditorView, event: ClipboardEvent, data: DataTransfer, way: Way): boolean {
  const { options } = way
  const html = way.isPlain ? '' : data.getData('text/html')
  const text = data.getData('text/plain')
  if (isTooLarge(html) || text.length > maxText || (way.isPlain && text.split('\n').length > maxBlocks)) {
    options.onNotice({ code: 'too-large' })
    return true
  }
  // The clipboard holds our own blocks, copied here or in another text.
  if (/<[a-z][^>]*\sdata-pm-slice=/.test(html)) return false
  const files = [...data.files].filter((file) => file.type.startsWith('image/'))
  if (!html) return receiveText(view, event, text, files, way)
  const imported = read(html)
  // A page may come along that has nothing on it, beside words that are good.
  const words = { ...way, isBare: true }
  if ((!imported || isBare(imported)) && text.trim()) return receiveText(view, event, text, files, words)
  if (!imported) return unreadable(options)
  const hasWords = imported.blocks.some((block) => block.type !== 'image')
  // A copied image is a file, perhaps with an address beside it; copied text may come with a picture of itself.
  if (!hasWords && files.length) return put(view, event, fromFiles(files), options)
  tellLeft(imported, options)
  if (!imported.blocks.length) {
    const { image, ...others } = imported.omitted
    // An image that stayed where it is does not keep the words beside it away; what was left out of them does.
    const isPicture = image > 0 && Object.values(others).every((count) => count === 0)
    return isPicture && text.trim() ? receiveText(view, event, text, files, words) : true
  }
  return put(view, event, { ...imported, files: imported.pictures.map(fileOf) }, options)
}

function receiveText(view: EditorView, event: ClipboardEvent, text: string, files: File[], way: Way): boolean {
  if (!text.trim()) return files.length > 0 && put(view, event, fromFiles(files), way.options)
  if (!way.isBare && (way.isPlain || !view.state.selection.$from.parent.isTextblock)) return false
  const isWhole = way.options.isEmpty()
  const blocks = isWhole ? blocksOfWholeText(text) : blocksOfText(text)
  if (isWhole ? isRichMarkdown(text) : isMarkdown(text)) {
    void import('#lib/import/markdown.ts').then(
      ({ htmlOfMarkdown }) => {
        const imported = read(htmlOfMarkdown(text))
        if (!imported) return unreadable(way.options)
        tellLeft(imported, way.options)
        return put(view, event, { ...imported, files: imported.pictures.map(fileOf) }, way.options)
      },
      // Without the network the reader of Markdown cannot be loaded, and the words are inserted as they are.
      () => put(view, event, { blocks, pictures: [], files: [] }, way.options),
    )
    return true
  }
  const isOneLine = blocks.length < 2 && (blocks[0]?.type ?? 'paragraph') === 'paragraph' && !tooMuchIn(blocks)
  return (!isOneLine || way.isBare === true) && put(view, event, { blocks, pictures: [], files: [] }, way.options)
}

function read(html: string): ImportedBlocks | undefined {
  try {
    return importHtml(new DOMParser().parseFromString(html, 'text/html'))
  } catch {
    return undefined
  }
}

function unreadable(options: PasteOptions): true {
  options.onNotice({ code: 'unreadable' })
  return true
}

function tellLeft({ omitted }: ImportedBlocks, options: PasteOptions) {
  if (Object.values(omitted).some((count) => count > 0)) options.onNotice({ code: 'left', omitted })
}

type Pasted = Pick<ImportedBlocks, 'blocks' | 'pictures'> & { files: (File | undefined)[] }

function put(
  view: EditorView,
  event: ClipboardEvent,
  { blocks, pictures, files }: Pasted,
  options: PasteOptions,
): boolean {
  const there = toDocument(view.state.doc) as Document
  const wasEmpty = options.isEmpty()
  const tooMuch = tooMuchIn(blocks) ?? tooMuchIn([...there.content, ...blocks])
  if (tooMuch) {
    options.onNotice({ code: `too-much-${tooMuch}` })
    return true
  }
  const hasPictures = blocks.some((block) => block.type === 'image')
  const slice = sliceOf(view.state, blocksFor(view.state, blocks))
  if (!hasPictures && view.someProp('handlePaste', (handle) => handle(view, event, slice))) return true
  const { tr, expected } = putBlocks(view.state, blocks)
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  const coming = expected.flatMap((one): PastedPicture[] => {
    const file = files[one.index]
    return file ? [{ ...one, file, alt: pictures[one.index]?.alt ?? '' }] : []
  })
  if (coming.length) options.onPictures(coming)
  options.onPasted(blocks, wasEmpty)
  return true
}

function fromFiles(files: File[]): Pasted {
  const blocks = files.map(
    (_, index): Block => ({
      type: 'image',
      attrs: { mediaId: importedId(index), altDecision: null, alt: '', caption: '' },
    }),
  )
  return { blocks, pictures: files.map(() => ({ src: '', alt: '' })), files }
}

/** Returns the image inside a `data:` address as a file; undefined for one that cannot be read. */
function fileOf({ src }: { src: string }): File | undefined {
  const [, type = '', encoding, content = ''] = /^data:(image\/[\w.+-]+)[^,]*?(;base64)?,(.*)$/is.exec(src) ?? []
  if (!type) return undefined
  try {
    const bytes = encoding ? atob(content) : decodeURIComponent(content)
    const file = `bild.${type.slice('image/'.length).replace('jpeg', 'jpg').replace(/\W.*/, '')}`
    return new File([Uint8Array.from(bytes, (sign) => sign.charCodeAt(0))], file, { type })
  } catch {
    return undefined
  }
}
