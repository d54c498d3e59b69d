'use client'
import { type KeyboardEvent, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import { maxCommentLength } from '#lib/document/comment-anchor.ts'

interface Props {
  label: string
  send: string
  /** Resolves to undefined, or to why the comment was not sent; then the words stay. */
  onSend: (text: string) => Promise<string | undefined>
  onClose: () => void
  /** Holds words that were not sent, for the next time, when the form is left without cancelling. */
  unsent?: { current: string }
}

export function CommentForm({ label, send, onSend, onClose, unsent }: Props) {
  const t = useText('comments')
  const formText = useText('forms')
  const id = useId()
  const [text, setText] = useState(unsent?.current ?? '')
  const [trouble, setTrouble] = useState<string>()
  const [isPending, setPending] = useState(false)
  const write = (words: string) => {
    setText(words)
    if (unsent) unsent.current = words
  }
  const done = () => {
    write('')
    onClose()
  }
  const submit = async () => {
    if (isPending) return
    if (!text.trim()) return setTrouble(formText('required'))
    setPending(true)
    const refused = await onSend(text)
    setPending(false)
    setTrouble(refused)
    if (!refused) done()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !text.trim()) onClose()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  return (
    <form
      className="comment-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={3}
        value={text}
        maxLength={maxCommentLength}
        // Whoever asked to comment goes on by writing.
        ref={focusOnce}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={trouble ? `${id}-trouble` : undefined}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {trouble && (
        <p className="bad" id={`${id}-trouble`} role="alert">
          {trouble}
        </p>
      )}
      <div className="btns">
        <Button type="submit" look="primary" small disabled={isPending}>
          {send}
        </Button>
        <Button look="quiet" small onClick={done}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Focuses the field without scrolling to it, since it is not yet at its place beside the text. */
function focusOnce(field: HTMLTextAreaElement | null) {
  field?.focus({ preventScroll: true })
  requestAnimationFrame(() => field?.scrollIntoView({ block: 'nearest' }))
}
