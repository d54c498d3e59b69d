'use client'
/** Reads a text as a whole release, holds the decisions on it, and adds the people it needs when it is accepted. */
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { useCallback, useEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { isEmptyBlock } from '#lib/document/for-readers.ts'
import type { Document } from '#lib/document/rich-text.ts'
import { leastParagraphs } from '#lib/import/limits.ts'
import type { ReadingContext, ReadPerson, WholeText } from '#lib/import/whole-text/parts.ts'
import { toDocument } from '../document/to-document.ts'
import { usePickers } from '../pickers/picker-context.tsx'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { acceptReading, answered, openReading, toggled, undone } from './read-as.ts'
import { ReadingStep, sheetIn } from './reading-step.ts'
import { offeredId, type ReadFields, type Sheet } from './sheet.ts'
import { useNeededPeople } from './use-needed-people.ts'
import { useOpenedFile, useSheet } from './use-sheet.ts'

/** The reader is loaded when a text is to be read. */
const loadReader = () => import('#lib/import/whole-text/read-whole-text.ts')

export interface WholeReading {
  sheet: Sheet | null
  /** Whether nothing has been written yet. */
  isEmpty: () => boolean
  /** Reads the text as it stands. Does nothing where there is nothing to guess. */
  open: (filename?: string) => void
  toggle: (id: string) => void
  answer: (quoteId: string, who: string) => void
  accept: () => void
  cancel: () => void
  isAccepting: boolean
  /** What went wrong when it was accepted last. */
  trouble: string
  /** What was accepted last, until it has been said. */
  done: { sheet: Sheet; made: string[] } | null
  takeBack: () => void
  forget: () => void
}

type Page = Pick<EditorProps, 'release' | 'newsroom' | 'user' | 'making'>

export function useReading(page: Page, editor: Editor | null, writing: Writing): WholeReading {
  const { release, newsroom, user, making } = page
  const t = useText('reading')
  const { language, everybody, mayMake, offer } = usePickers()
  const [done, setDone] = useState<WholeReading['done']>(null)
  const [trouble, setTrouble] = useState('')
  const [isAccepting, setAccepting] = useState(false)
  const needed = useNeededPeople(making, writing.saver)
  const held = useRef(writing)
  held.current = writing
  const fieldsNow = useCallback((): ReadFields => {
    const { title, lead, leadForm, place, cards, contactIds } = held.current.fields
    return { title, lead, leadForm, place, cards, contactIds }
  }, [])

  const follow = useCallback(
    (tr: Transaction) => {
      for (const step of tr.steps) {
        if (!(step instanceof ReadingStep)) continue
        if (Object.keys(step.after.fields).length > 0) held.current.change(step.after.fields)
        if (step.made.length > 0) needed.settle(step.made, !step.isUndo)
      }
    },
    [needed],
  )
  const sheet = useSheet(editor, { releaseId: release.id, userId: user.id, follow })
  const read = sheet?.people
  useEffect(() => offer(offeredIn(read)), [read, offer])

  const context = useCallback(
    (title: string): ReadingContext => {
      const hasLead = fieldsNow().lead.some((point) => point.trim())
      return { language, people: everybody, mayMake, title, hasLead, newsroom }
    },
    [language, everybody, mayMake, newsroom, fieldsNow],
  )
  const open = useCallback(
    async (filename?: string) => {
      if (!editor || sheetIn(editor.state)) return
      const { readWholeText } = await loadReader()
      if (editor.isDestroyed || sheetIn(editor.state)) return
      const body = toDocument(editor.state.doc)
      if (body.content.filter((block) => !isEmptyBlock(block)).length < leastParagraphs) return
      const fields = fieldsNow()
      const title = fields.title.trim()
      // The first line of a file has become the headline already, and may be something else.
      const inText = filename && title ? withTitle(body, title) : body
      const whole = readWholeText(inText.content, context(inText === body ? title : ''))
      const startsWithTitle = inText !== body && whole.parts.some(({ kind }) => kind === 'title')
      const read: WholeText = startsWithTitle || inText === body ? whole : readWholeText(body.content, context(title))
      if (read.parts.length === 0) return
      const origin = { body, fields }
      editor.view.dispatch(
        openReading(editor.state, { ...read, filename: filename ?? null, origin }, fields, startsWithTitle),
      )
      announce(t('opened', { count: read.parts.length }))
    },
    [editor, context, fieldsNow, t],
  )
  useOpenedFile(editor, release.id, open)

  const dispatch = (tr: Transaction | undefined) => tr && editor?.view.dispatch(tr)
  const backToText = (said: string) => {
    announce(said)
    // On a phone the keyboard would cover the text.
    if (!editor || matchMedia('(pointer: coarse)').matches) return
    editor.commands.focus('start', { scrollIntoView: false })
    editor.view.focus()
  }
  const accept = async () => {
    if (!editor || !sheet || isAccepting) return
    setAccepting(true)
    setTrouble('')
    const added = await needed.add(sheet)
    setAccepting(false)
    if ('trouble' in added) return setTrouble(added.trouble)
    const { ids } = added
    const made = [...ids.values()]
    const now = sheetIn(editor.state)
    // The reading may have been undone meanwhile.
    if (!now) return needed.settle(made, false)
    acceptReading(
      () => editor.state,
      (tr) => editor.view.dispatch(tr),
      { sheet: now, held: fieldsNow(), ids, made },
    )
    setDone({ sheet: now, made })
    backToText(t('accepted', { count: made.length }))
  }
  return {
    sheet,
    isEmpty() {
      const { title, lead } = held.current.fields
      return !title.trim() && !lead.some((point) => point.trim()) && isEmptyText(editor)
    },
    open: (filename) => void open(filename),
    toggle: (id) => editor && dispatch(toggled(editor.state, id, fieldsNow())),
    answer: (id, who) => editor && dispatch(answered(editor.state, id, who, fieldsNow())),
    accept: () => void accept(),
    cancel() {
      if (!editor || !sheet) return
      dispatch(undone(editor.state, sheet, fieldsNow()))
      backToText(t('undone'))
    },
    isAccepting,
    trouble,
    done,
    takeBack() {
      if (editor && done) dispatch(undone(editor.state, done.sheet, fieldsNow(), done.made))
      setDone(null)
      backToText(t('undone'))
    },
    forget: () => setDone(null),
  }
}

const withTitle = (body: Document, title: string): Document => ({
  ...body,
  content: [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: title }] }, ...body.content],
})

const isEmptyText = (editor: Editor | null): boolean =>
  editor !== null && editor.state.doc.childCount <= 1 && editor.isEmpty

/** Returns those who are not in the newsroom, as the text and the pickers show them. */
const offeredIn = (people: ReadPerson[] = []) =>
  people.filter(({ id }) => id === null).map(({ key, ...person }) => ({ ...person, id: offeredId(key) }))
