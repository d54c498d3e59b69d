'use client'
/**
 * Shows what comes into the text from elsewhere: images being uploaded to the library, and what was left out of a paste
 * and why.
 */
import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { UploadList } from '#components/library/upload-list.tsx'
import { useUploads } from '#components/library/use-uploads.ts'
import { announce } from '#components/ui/announce.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { Block } from '#lib/document/rich-text.ts'
import { formatList } from '#lib/format.ts'
import { leastParagraphs } from '#lib/import/limits.ts'
import type { PastedPicture, PasteNotice, PasteOptions } from '../document/paste.ts'
import { expectPictures, settlePicture } from '../document/upload-placeholder.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import type { WholeReading } from '../reading/use-reading.ts'
import styles from './incoming.module.css'
import { useTextFiles } from './use-text-files.ts'

interface Props {
  editor: Editor
  /** The functions through which the text reports a paste. */
  handles: RefObject<PasteOptions>
  reading: WholeReading
}

interface Coming {
  key: number
  alt: string
}

let lastKey = 0

export function Incoming({ editor, handles, reading }: Props) {
  const t = useText('arrivals')
  const rt = useText('reading')
  const { language } = useLocale()
  const { learn } = usePickers()
  const coming = useRef(new Map<File, Coming>())
  const [notices, setNotices] = useState<{ key: number; text: string }[]>([])
  const { uploads, add, remove, retry } = useUploads((item, file) => {
    const expected = coming.current.get(file)
    if (!expected || item.kind !== 'image') return
    const picture = learn(item)
    coming.current.delete(file)
    const { id: mediaId, caption } = picture
    const alt = expected.alt || picture.alt
    settlePicture(editor.view, expected.key, { mediaId, altDecision: null, alt, caption })
  }, '/api/media?kind=image')
  // An upload that somebody has stopped or given up leaves no placeholder behind.
  useEffect(() => {
    for (const [file, { key }] of coming.current) {
      if (uploads.some((upload) => upload.file === file)) continue
      coming.current.delete(file)
      settlePicture(editor.view, key, null)
    }
  }, [uploads, editor])

  const tell = (text: string) => {
    announce(text)
    setNotices((before) => [...before.filter((notice) => notice.text !== text), { key: ++lastKey, text }])
  }
  const [pasted, setPasted] = useState<{ paragraphs: number; quotes: number }>()
  handles.current = {
    isEmpty: reading.isEmpty,
    onPasted(blocks: Block[], wasEmpty: boolean) {
      setPasted(undefined)
      if (blocks.length < leastParagraphs || reading.sheet) return
      if (wasEmpty) return reading.open()
      const quotes = blocks.filter(({ type }) => type === 'quote').length
      setPasted({ paragraphs: blocks.length - quotes, quotes })
    },
    onNotice(notice: PasteNotice) {
      if (notice.code !== 'left') return tell(t(notice.code))
      const { image, change, ...words } = notice.omitted
      const kinds = (['struck', 'hidden', 'note', 'comment', 'contents', 'equation', 'shape'] as const).filter(
        (kind) => words[kind],
      )
      const what = formatList(
        kinds.map((kind) => t(`left-${kind}`, { count: words[kind] })),
        language,
      )
      if (what) tell(t('report-left', { what }))
      if (change) tell(t('pasted-change'))
      if (image) tell(t('left', { count: image }))
    },
    onPictures(pictures: PastedPicture[]) {
      const expected = pictures.map(({ file, alt, pos }) => {
        const key = ++lastKey
        coming.current.set(file, { key, alt })
        return { key, pos, name: file.name }
      })
      add(pictures.map((picture) => picture.file))
      editor.view.dispatch(expectPictures(editor.state.tr, expected))
    },
  }
  const isOver = useTextFiles(editor, { handles, tell, onRead: reading.open })
  const isOffered = pasted && !reading.sheet
  if (!uploads.length && !notices.length && !isOffered && !isOver) return null
  return (
    <div className={styles.arrivals} lang={language}>
      {notices.map(({ key, text }) => (
        <div key={key} className={`notice ${styles.notice}`}>
          <Icon name="warn" />
          <div>{text}</div>
          <Button small look="quiet" onClick={() => setNotices((all) => all.filter((one) => one.key !== key))}>
            {t('dismiss')}
          </Button>
        </div>
      ))}
      {isOver && (
        <div className="drop">
          <Icon name="upload" />
          <span>{rt('drop-now')}</span>
        </div>
      )}
      {isOffered && (
        <div className={`notice ${styles.notice}`}>
          <Icon name="texts" />
          <div>
            <p>{rt('pasted', pasted)}</p>
            <button
              type="button"
              className="text-button"
              onClick={() => {
                setPasted(undefined)
                reading.open()
              }}
            >
              {rt('read-whole')}
            </button>
          </div>
          <Button small look="quiet" onClick={() => setPasted(undefined)}>
            {t('dismiss')}
          </Button>
        </div>
      )}
      <UploadList uploads={uploads} onRemove={remove} onRetry={retry} />
    </div>
  )
}
