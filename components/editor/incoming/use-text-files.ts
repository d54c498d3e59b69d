'use client'
import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useText } from '#components/ui/messages.tsx'
import type { Block } from '#lib/document/rich-text.ts'
import { decodedText } from '#lib/import/decoded-text.ts'
/** Takes in a text file that is let go over the editor: it is put into the text as if it had been pasted. */
import type { OmittedParts } from '#lib/import/foreign/imported-blocks.ts'
import { importHtml } from '#lib/import/from-html.ts'
import { leastParagraphs, tooMuchIn } from '#lib/import/limits.ts'
import { blocksOfText, blocksOfWholeText } from '#lib/import/plain-text.ts'
import type { PasteOptions } from '../document/paste.ts'
import { putBlocks } from '../document/put-blocks.ts'
import { toDocument } from '../document/to-document.ts'

interface Options {
  handles: RefObject<PasteOptions>
  tell: (text: string) => void
  /** Reads the text as a whole; called with the name of the file it came from. */
  onRead: (filename: string) => void
}

const isText = (name: string): boolean => /\.(txt|md|markdown)$/i.test(name)
const isOpenedElsewhere = (name: string): boolean => /\.(docx?|odt|rtf|x?html?)$/i.test(name)
/** What a file is, is known only when it is let go; Markdown has no type everywhere. */
const mayBeText = (type: string): boolean => type === '' || /^text\/|word|rtf|opendocument\.text/.test(type)
const maxBytes = 2_000_000

/** Returns whether a file that may be a text is held over the page. */
export function useTextFiles(editor: Editor, options: Options): boolean {
  const t = useText('reading')
  const [isOver, setOver] = useState(false)
  const latest = useRef(options)
  latest.current = options
  useEffect(() => {
    let away: number | undefined
    const over = (event: DragEvent) => {
      const items = [...(event.dataTransfer?.items ?? [])].filter(({ kind }) => kind === 'file')
      if (items.length === 0 || !items.every(({ type }) => mayBeText(type))) return
      event.preventDefault()
      setOver(true)
      // The browser repeats this while something is held over the page, and does not reliably say when it has left.
      window.clearTimeout(away)
      away = window.setTimeout(() => setOver(false), 200)
    }
    const drop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? []
      if (!file || !(isText(file.name) || isOpenedElsewhere(file.name))) return
      event.preventDefault()
      event.stopPropagation()
      setOver(false)
      void take(file)
    }
    const take = async (file: File) => {
      const { handles, tell, onRead } = latest.current
      if (isOpenedElsewhere(file.name)) return tell(t('word-elsewhere', { name: file.name }))
      if (file.size > maxBytes) return handles.current.onNotice({ code: 'too-large' })
      const wasEmpty = handles.current.isEmpty()
      const read = await readBlocks(file, wasEmpty).catch(() => undefined)
      if (!read) return tell(t('file-unreadable', { name: file.name }))
      const { blocks, omitted } = read
      const tooMuch = tooMuchIn([...toDocument(editor.state.doc).content, ...blocks])
      if (tooMuch) return handles.current.onNotice({ code: `too-much-${tooMuch}` })
      if (omitted && Object.values(omitted).some((count) => count > 0))
        handles.current.onNotice({ code: 'left', omitted })
      editor.view.dispatch(putBlocks(editor.state, blocks).tr.scrollIntoView())
      if (wasEmpty && blocks.length >= leastParagraphs) onRead(file.name)
      else handles.current.onPasted(blocks, false)
    }
    // Before the editor takes the file for something of its own.
    const first = { capture: true }
    document.addEventListener('dragover', over, first)
    document.addEventListener('drop', drop, first)
    return () => {
      window.clearTimeout(away)
      document.removeEventListener('dragover', over, first)
      document.removeEventListener('drop', drop, first)
    }
  }, [editor, t])
  return isOver
}

async function readBlocks(file: File, isWhole: boolean): Promise<{ blocks: Block[]; omitted?: OmittedParts }> {
  const text = decodedText(new Uint8Array(await file.arrayBuffer()))
  if (/\.txt$/i.test(file.name)) return { blocks: isWhole ? blocksOfWholeText(text) : blocksOfText(text) }
  const { htmlOfMarkdown } = await import('#lib/import/markdown.ts')
  const page = new DOMParser().parseFromString(htmlOfMarkdown(text), 'text/html')
  const { blocks, omitted } = importHtml(page)
  return { blocks: blocks.filter(({ type }) => type !== 'image'), omitted }
}
