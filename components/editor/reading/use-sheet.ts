'use client'
/** Follows the sheet of the text that is open: keeps it in this browser, and opens one that was kept. */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'
import { keepReport, keptReport } from '../incoming/import-report-storage.ts'
import { forgetSheet, keepSheet, reopened } from './kept-sheet.ts'
import { sheetIn } from './reading-step.ts'
import type { Sheet } from './sheet.ts'

interface Options {
  releaseId: string
  userId: string
  /** Called with each change of the text. */
  follow: (tr: Transaction) => void
}

/** How long the browser's copy of a sheet may be behind, in milliseconds. */
const keptAfter = 200

export function useSheet(editor: Editor | null, { releaseId, userId, follow }: Options): Sheet | null {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  useEffect(() => {
    if (!editor) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let wasOpen = sheetIn(editor.state) !== null
    const keep = () => {
      clearTimeout(timer)
      timer = undefined
      const now = sheetIn(editor.state)
      if (now) keepSheet(releaseId, userId, now, editor.state.doc)
    }
    const changed = ({ transaction }: { transaction: Transaction }) => {
      follow(transaction)
      const now = sheetIn(editor.state)
      setSheet(now)
      if (now) timer ??= setTimeout(keep, keptAfter)
      else if (wasOpen) forgetSheet(releaseId)
      wasOpen = now !== null
    }
    const leaving = () => timer && keep()
    editor.on('transaction', changed)
    window.addEventListener('pagehide', leaving)
    return () => {
      leaving()
      editor.off('transaction', changed)
      window.removeEventListener('pagehide', leaving)
    }
  }, [editor, releaseId, userId, follow])
  useEffect(() => {
    const kept = editor && reopened(editor.state, releaseId, userId)
    if (kept) editor.view.dispatch(kept)
  }, [editor, releaseId, userId])
  return sheet
}

/** Reads a text that has just been opened from a file, once. */
export function useOpenedFile(
  editor: Editor | null,
  releaseId: string,
  open: (filename: string) => Promise<void>,
): void {
  useEffect(() => {
    const report = keptReport(releaseId)
    if (!editor || !report || report.isRead) return
    keepReport(releaseId, { ...report, isRead: true })
    void open(report.filename)
  }, [editor, releaseId, open])
}
