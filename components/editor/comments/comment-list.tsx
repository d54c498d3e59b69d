'use client'
/** All comments in a list: for phones, for resolved ones, and for reading them together. */
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '#components/ui/button.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { Anchor } from '#lib/document/comment-anchor.ts'
import { quoteOf } from '#lib/document/comment-anchor.ts'
import { CommentForm } from './comment-form.tsx'
import { Gone } from './comment-margin.tsx'
import { CommentNote } from './comment-note.tsx'
import { type Commenting, type CommentThread, isAskedFor } from './use-comments.ts'

export function CommentList({ commenting, onClose }: { commenting: Commenting; onClose: () => void }) {
  const t = useText('comments')
  const formText = useText('forms')
  const { open, resolved, standing, composing } = commenting
  const close = () => {
    commenting.stop()
    onClose()
  }
  const goTo = (anchor: Anchor) => {
    close()
    // The dialog gives the focus back to its button first.
    setTimeout(() => commenting.goTo(anchor), 50)
  }
  const item = (thread: CommentThread) => (
    <li key={thread.id} className="comment" data-comment={thread.id} tabIndex={-1}>
      <About thread={thread} anchor={standing.get(thread.id)} onGo={goTo} />
      <CommentNote thread={thread} commenting={commenting} />
    </li>
  )
  return (
    <ModalOverlay isOpen onOpenChange={(isOpen) => !isOpen && close()} className="overlay" isDismissable>
      <Modal>
        <Dialog className="dialog comment-list">
          <Heading slot="title" level={2}>
            {t('heading')}
          </Heading>
          {composing && (
            <>
              <blockquote>{labelOf(composing, t)}</blockquote>
              <CommentForm
                label={t('your-comment')}
                send={t('send')}
                onSend={commenting.add}
                unsent={commenting.unsent}
                onClose={close}
              />
            </>
          )}
          {open.length + resolved.length === 0 && !composing && <p className="muted">{t('none')}</p>}
          <ul>{open.map(item)}</ul>
          {resolved.length > 0 && (
            <details className="done" open={resolved.some(isAskedFor)}>
              <summary>{t('resolved-count', { count: resolved.length })}</summary>
              <ul>{resolved.map(item)}</ul>
            </details>
          )}
          <div className="btns">
            <Button onClick={close}>{formText('close')}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function About(props: { thread: CommentThread; anchor: Anchor | undefined; onGo: (anchor: Anchor) => void }) {
  const { thread, anchor, onGo } = props
  const t = useText('comments')
  if (!anchor) return <Gone thread={thread} />
  return (
    <p className="m about">
      <span>{labelOf(anchor, t)}</span>
      <button type="button" className="text-button" onClick={() => onGo(anchor)}>
        {t('go-there')}
      </button>
    </p>
  )
}

function labelOf(anchor: Anchor, t: ReturnType<typeof useText<'comments'>>): string {
  if (anchor.place !== 'block') return t(`about-${anchor.place}`)
  return quoteOf(anchor) || t('wordless')
}
