'use client'
/** Holds the text being written, its fields and its body, and saves both. */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Draft } from '#db/releases/revisions.ts'
import type { Document } from '#lib/document/rich-text.ts'
import { currentBlock } from './document/current-block.ts'
import { toDocument } from './document/to-document.ts'
import { Presence } from './presence/presence.ts'
import { putDraft, type Stored } from './saving/draft-requests.ts'
import { Saver, type Saving } from './saving/saver.ts'
import { remove, UnsavedCopies, type UnsavedCopy } from './saving/unsaved-copy.ts'

export type Fields = Omit<Draft, 'body'>

export interface Writing {
  fields: Fields
  change: (change: Partial<Fields>) => void
  /** The body as it was when the page opened or another text was put in place; the editor holds it from there. */
  opened: Document
  attach: (editor: Editor | null) => void
  bodyWritten: () => void
  read: () => Draft
  /**
   * Replaces the text on the screen. With `saved` it is what the server has; otherwise it is saved as if written here.
   */
  show: (draft: Draft, saved?: Stored) => void
  saver: Saver
  saving: Saving
  presence: Presence
  recoverable: UnsavedCopy | null
  settleLeftBehind: () => void
}

/** `ownOther` is the name of the member's own other windows. */
export function useWriting(releaseId: string, user: { id: string }, stored: Stored, ownOther: string): Writing {
  // The component renders again while somebody writes; the text it was opened with stays, and so does the saver.
  const [first] = useState(stored)
  const { body: opened, ...initial } = first.draft
  const [fields, setFields] = useState<Fields>(initial)
  const held = useRef<Held>({ fields: initial, editor: null })
  const bodyOf = useBodyReader(opened)
  const read = useCallback((): Draft => {
    const { lead, cards, ...rest } = held.current.fields
    // A point without words is a place to write, and not stored.
    return { ...rest, cards, lead: lead.filter((point) => point.trim()), body: bodyOf(held.current.editor) }
  }, [bodyOf])
  const { saver, presence, left } = useSaving({ releaseId, userId: user.id, ownOther, first, read, held })
  const saving = useSyncExternalStore(saver.subscribe, saver.current, saver.current)

  const written = useCallback(() => {
    saver.written()
    presence.wrote()
  }, [saver, presence])
  const change = useCallback(
    (part: Partial<Fields>) => {
      held.current.fields = { ...held.current.fields, ...part }
      setFields(held.current.fields)
      written()
    },
    [written],
  )
  const show = useCallback(
    ({ body, ...rest }: Draft, saved?: Stored) => {
      held.current.fields = rest
      setFields(rest)
      held.current.editor?.commands.setContent(body, { emitUpdate: false })
      if (saved) saver.replaced(saved)
      else saver.written()
    },
    [saver],
  )
  const attach = useCallback((editor: Editor | null) => {
    held.current.editor = editor
  }, [])
  return { fields, change, opened, attach, bodyWritten: written, read, show, saver, saving, presence, ...left }
}

/** What is on the screen now, for code that runs between two renderings. */
interface Held {
  fields: Fields
  editor: Editor | null
}

interface SavingOptions {
  releaseId: string
  userId: string
  ownOther: string
  first: Stored
  read: () => Draft
  held: RefObject<Held>
}

/** Saves the text, reports to others that it is written in, and keeps and finds copies of what was not saved. */
function useSaving({ releaseId, userId, ownOther, first, read, held }: SavingOptions) {
  const [windowId] = useState(newWindowId)
  const unsavedCopies = useMemo(() => new UnsavedCopies(releaseId, userId, windowId), [releaseId, userId, windowId])
  const [presence] = useState(() => new Presence(releaseId, windowId, () => placeOf(held.current.editor)))
  const [saver] = useState(
    () =>
      new Saver({
        stored: first,
        read,
        async put(request) {
          const answer = await putDraft(releaseId, request, windowId)
          if (answer.type === 'saved') presence.heard(answer.others)
          if (answer.type === 'stale' && answer.stored.savedBy?.id === userId) answer.stored.savedBy.name = ownOther
          return answer
        },
        copies: unsavedCopies,
      }),
  )
  const [copies, setCopies] = useState<UnsavedCopy[]>([])
  useEffect(() => {
    unsavedCopies.hold()
    void unsavedCopies.recoverable(first.draft).then(setCopies)
    return () => {
      unsavedCopies.close()
      saver.stop()
    }
  }, [unsavedCopies, saver, first])
  useEffect(() => presence.start(), [presence])
  useComingAndGoing(saver)

  const recoverable = copies[0] ?? null
  const settleLeftBehind = () => {
    if (recoverable) remove(recoverable.key)
    setCopies(copies.slice(1))
  }
  return { saver, presence, left: { recoverable, settleLeftBehind } }
}

/** Returns an id that tells this window from the others on the same text. */
const newWindowId = () => Math.random().toString(36).slice(2)

/** Returns the block with the caret, counted from 1. */
function placeOf(editor: Editor | null): number | null {
  const block = editor?.isFocused && currentBlock(editor.state)
  return block ? block.index + 1 : null
}

/** Converting the document to what is stored takes time in a long text, so it is done once for each document. */
function useBodyReader(opened: Document) {
  const last = useRef<{ doc: Node | null; body: Document }>({ doc: null, body: opened })
  return useCallback((editor: Editor | null): Document => {
    const doc = editor?.state.doc
    if (doc && last.current.doc !== doc) last.current = { doc, body: toDocument(doc) }
    return last.current.body
  }, [])
}

function useComingAndGoing(saver: Saver) {
  useEffect(() => {
    const back = () => saver.returned()
    const seen = () => (document.visibilityState === 'hidden' ? saver.leaving() : saver.returned())
    const gone = () => saver.leaving()
    window.addEventListener('online', back)
    window.addEventListener('focus', back)
    // While the browser asks whether to leave, what is unsaved is being sent.
    window.addEventListener('beforeunload', gone)
    window.addEventListener('pagehide', gone)
    document.addEventListener('visibilitychange', seen)
    return () => {
      window.removeEventListener('online', back)
      window.removeEventListener('focus', back)
      window.removeEventListener('beforeunload', gone)
      window.removeEventListener('pagehide', gone)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [saver])
}
