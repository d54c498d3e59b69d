'use client'
/** Holds the comments on the text, where each stands in it now, and what can be done with them. */
import type { Editor } from '@tiptap/core'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useText } from '#components/ui/messages.tsx'
import { whenThere } from '#components/ui/reveal.ts'
import type { CommentText, Thread } from '#db/releases/comments.ts'
import type { Draft } from '#db/releases/revisions.ts'
import { type Anchor, anchorAt, followAnchors } from '#lib/document/comment-anchor.ts'
import { currentBlock } from '../document/current-block.ts'
import { useRequest } from '../saving/use-request.ts'
import type { TextFacts } from '../text-facts.ts'

/** A comment as JSON, in which dates are strings. */
export type CommentJson = Omit<CommentText, 'at'> & { at: string }
export type CommentThread = CommentJson &
  Pick<Thread, 'anchor' | 'quote' | 'resolvedBy'> & { resolvedAt: string | null; replies: CommentJson[] }
type Answer = { comments: CommentThread[] }

export interface Commenting {
  open: CommentThread[]
  resolved: CommentThread[]
  /** Where the comments stand in the text now. Those whose block is gone are missing. */
  standing: Map<string, Anchor>
  /** What a new comment is being written about. */
  composing: Anchor | null
  /** The words of a comment that has not been sent. */
  unsent: RefObject<string>
  /** Starts a comment on a part of the text, or without one on what has the focus. */
  compose: (about?: Pick<Anchor, 'place' | 'index'>) => void
  stop: () => void
  isListOpen: boolean
  showList: (open: boolean) => void
  goTo: (anchor: Anchor) => void
  /** Each resolves to undefined, or to a sentence on why it failed. */
  add: (text: string) => Promise<string | undefined>
  reply: (threadId: string, text: string) => Promise<string | undefined>
  settle: (threadId: string, resolved: boolean) => Promise<string | undefined>
  /** Notes that the member has looked at what is new in a thread. */
  look: (thread: CommentThread) => void
}

/** Comments are fetched again after so many milliseconds, since colleagues and guests comment too. */
const lookAgain = 20_000

interface Options {
  releaseId: string
  editor: Editor | null
  read: () => Draft
  /** A new object after each change of the text. */
  facts: TextFacts
}

export function useComments({ releaseId, editor, read, facts }: Options): Commenting {
  const t = useText('comments')
  const ask = useRequest()
  const address = `/api/releases/${releaseId}/comments`
  const [threads, setThreads] = useState<CommentThread[]>([])
  const [composing, setComposing] = useState<Anchor | null>(null)
  const [isListOpen, showList] = useState(false)
  const unsent = useRef('')
  const standing = useAnchoredThreads(threads, read, facts)

  const change = useCallback(
    async (said: string, ...request: Parameters<typeof ask>): Promise<string | undefined> => {
      const answer = await ask<Answer>(...request)
      if ('trouble' in answer) return answer.trouble
      setThreads(answer.body.comments)
      if (said) announce(said)
    },
    [ask],
  )
  useEffect(() => {
    const look = () => void (document.visibilityState === 'visible' && change('', address, 'GET'))
    look()
    const timer = setInterval(look, lookAgain)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [change, address])

  const compose = useCallback(
    (about?: Pick<Anchor, 'place' | 'index'>) => {
      const place = about ?? placeWithFocus(editor)
      const anchor = place && anchorAt(read(), place)
      if (!anchor) return
      setComposing(anchor)
      if (!isMarginShown()) showList(true)
    },
    [editor, read],
  )
  useCommentKey(compose)
  useAskedFor(threads, editor !== null, showList)
  const looked = useRef(new Set<string>())
  const look = useCallback(
    (thread: CommentThread) => {
      const read = newIn(thread).filter((id) => !looked.current.has(id))
      if (read.length === 0) return
      for (const id of read) looked.current.add(id)
      void ask<Answer>(address, 'PATCH', { read }).then((answer) => {
        if ('trouble' in answer) for (const id of read) looked.current.delete(id)
      })
    },
    [ask, address],
  )
  return {
    look,
    open: threads.filter((thread) => !thread.resolvedAt),
    resolved: threads.filter((thread) => thread.resolvedAt),
    standing,
    composing,
    unsent,
    compose,
    stop: () => setComposing(null),
    isListOpen,
    showList,
    goTo: (anchor) => goTo(editor, anchor),
    async add(text) {
      const trouble = await change(t('sent'), address, 'POST', { anchor: composing, text })
      if (!trouble) setComposing(null)
      return trouble
    },
    reply: (parentId, text) => change(t('sent'), address, 'POST', { parentId, text }),
    settle: (id, resolved) => change(t(resolved ? 'settled' : 'reopened'), `${address}/${id}`, 'PATCH', { resolved }),
  }
}

/** Moves the comments along with their blocks, as the server does, a moment after each change. */
function useAnchoredThreads(threads: CommentThread[], read: () => Draft, facts: TextFacts): Map<string, Anchor> {
  const followed = useRef(new Map<string, Anchor>())
  return useMemo(() => {
    const before = new Map(threads.map(({ id, anchor }) => [id, followed.current.get(id) ?? anchor]))
    const now = facts && followAnchors(before, read())
    followed.current = new Map([...before, ...now])
    return now
  }, [threads, read, facts])
}

/** Returns the ids of what others have said in a thread and the member has not looked at. */
export const newIn = (thread: CommentThread): string[] =>
  [thread, ...thread.replies].filter(({ isNew }) => isNew).map(({ id }) => id)

/** Whether the address asks for something that was said in a thread. */
export const isAskedFor = (thread: CommentThread): boolean =>
  [thread, ...thread.replies].some(({ id }) => window.location.hash === `#comment-${id}`)

/** Goes to the comment that the address asks for, once it is there: in the margin, else in the list. */
function useAskedFor(threads: CommentThread[], isReady: boolean, showList: (open: boolean) => void) {
  const gone = useRef(false)
  useEffect(() => {
    if (gone.current || !isReady) return
    const thread = threads.find(isAskedFor)
    if (!thread) return
    let frame = 0
    const go = () => {
      // Whether the margin is shown is known once it is there.
      if (!document.querySelector('.comment-margin')) {
        frame = requestAnimationFrame(go)
        return
      }
      gone.current = true
      const inMargin = isMarginShown() && !thread.resolvedAt
      if (!inMargin) showList(true)
      whenThere(`${inMargin ? '.comment-margin' : '.comment-list'} [data-comment="${thread.id}"]`)
    }
    go()
    return () => cancelAnimationFrame(frame)
  }, [threads, isReady, showList])
}

/** Whether the margin is shown; without it the comments are in a list. */
const isMarginShown = () => document.querySelector('.comment-margin')?.checkVisibility() ?? false

function placeWithFocus(editor: Editor | null): Pick<Anchor, 'place' | 'index'> | undefined {
  const focus = document.activeElement
  if (focus?.closest('.hero-block')) return { place: 'hero', index: 0 }
  if (focus?.closest('.headline, .lead')) return { place: 'head', index: 0 }
  const block = editor && currentBlock(editor.state)
  return block ? { place: 'block', index: block.index } : undefined
}

/** Returns the element of the page that an anchor is about. */
export function elementOf(
  editor: Editor | null,
  { place, index }: Pick<Anchor, 'place' | 'index'>,
): HTMLElement | null {
  if (place === 'head') return document.getElementById('headline')
  if (place === 'hero') return document.getElementById('hero')
  if (!editor || index >= editor.state.doc.childCount) return null
  const element = editor.view.nodeDOM(startOf(editor, index))
  return element instanceof HTMLElement ? element : null
}

function startOf(editor: Editor, index: number): number {
  let at = 0
  for (let before = 0; before < index; before++) at += editor.state.doc.child(before).nodeSize
  return at
}

function goTo(editor: Editor | null, anchor: Anchor) {
  const element = elementOf(editor, anchor)
  if (!element) return
  if (anchor.place === 'block') editor?.commands.focus(startOf(editor, anchor.index) + 1)
  else element.focus()
  element.scrollIntoView({ block: 'center' })
}

/** Starts a comment by Ctrl+Alt+M or ⌘⌥M. AltGr, which some systems send as both keys, writes a letter. */
function useCommentKey(compose: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyM' || !event.altKey || !(event.ctrlKey || event.metaKey)) return
      if (event.shiftKey || event.getModifierState('AltGraph')) return
      event.preventDefault()
      compose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [compose])
}
