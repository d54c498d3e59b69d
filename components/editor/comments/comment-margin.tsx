'use client'
/** The open comments in the margin, each beside its block; those whose block is gone come last. */
import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useRef } from 'react'
import { useText } from '#components/ui/messages.tsx'
import type { Anchor } from '#lib/document/comment-anchor.ts'
import { CommentForm } from './comment-form.tsx'
import { CommentNote } from './comment-note.tsx'
import { type Commenting, type CommentThread, elementOf } from './use-comments.ts'

interface Props {
  page: RefObject<HTMLElement | null>
  editor: Editor
  commenting: Commenting
}

const gap = 8

export function CommentMargin({ page, editor, commenting }: Props) {
  const t = useText('comments')
  const margin = useRef<HTMLUListElement>(null)
  const { open, standing, composing, isListOpen } = commenting
  useEffect(() => {
    const around = page.current
    const notes = margin.current
    if (!around || !notes) return
    const place = () => {
      // Whoever was led to a note before its block had its place on the page is taken along.
      const led = notes.querySelector(':scope > :focus')
      const wasSeen = led && isInView(led)
      placeNotes(around, notes, editor)
      if (wasSeen && !isInView(led)) led.scrollIntoView({ block: 'center' })
    }
    place()
    const watch = new ResizeObserver(place)
    for (const element of [around, editor.view.dom, ...notes.children]) watch.observe(element)
    return () => watch.disconnect()
  })
  const isEmpty = open.length === 0 && (!composing || isListOpen)
  if (isEmpty) return <div className="comment-margin" />
  return (
    <section className="comment-margin" aria-label={t('heading')}>
      <ul ref={margin}>
        {open.map((thread) => (
          <li
            key={thread.id}
            className="comment"
            data-comment={thread.id}
            tabIndex={-1}
            {...placeOf(standing.get(thread.id))}
          >
            {!standing.has(thread.id) && <Gone thread={thread} />}
            <CommentNote thread={thread} commenting={commenting} />
          </li>
        ))}
        {composing && !isListOpen && (
          <li className="comment" {...placeOf(composing)}>
            <CommentForm
              label={t('your-comment')}
              send={t('send')}
              onSend={commenting.add}
              unsent={commenting.unsent}
              onClose={commenting.stop}
            />
          </li>
        )}
      </ul>
    </section>
  )
}

/** The beginning of the block that a comment was about before it went. */
export function Gone({ thread }: { thread: CommentThread }) {
  const t = useText('comments')
  return (
    <p className="m gone">
      {t(thread.quote ? 'gone' : 'gone-wordless')}
      {thread.quote && <q>{thread.quote}</q>}
    </p>
  )
}

const placeOf = (anchor: Anchor | undefined) => ({ 'data-place': anchor?.place, 'data-index': anchor?.index })

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** Puts each note at the height of its block, below the note before it and the speaker beside a quote. */
function placeNotes(page: HTMLElement, notes: HTMLElement, editor: Editor) {
  const from = page.getBoundingClientRect().top
  const end = editor.view.dom.getBoundingClientRect().bottom - from
  const wanted = [...notes.children].map((note) => {
    const { place, index } = (note as HTMLElement).dataset
    const about = place ? elementOf(editor, { place: place as Anchor['place'], index: Number(index) }) : null
    const speaker = about?.querySelector('.speaker')?.getBoundingClientRect()
    const top = about ? about.getBoundingClientRect().top - from : end
    return { note: note as HTMLElement, top: speaker ? speaker.bottom - from + gap : top }
  })
  wanted.sort((a, b) => a.top - b.top)
  let free = 0
  for (const { note, top } of wanted) {
    const at = Math.max(free, top)
    note.style.insetBlockStart = `${at}px`
    free = at + note.offsetHeight + gap
  }
}
