'use client'
/** Handles another text that stands against the one on the screen: somebody saved first, or a crash left one behind. */
import { type ReactNode, useEffect, useState } from 'react'
import { announce } from '#components/ui/announce.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { OnDemand, onDemand } from '#components/ui/on-demand.tsx'
import type { Draft } from '#db/releases/revisions.ts'
import { whenText } from '#lib/time/phrases.ts'
import { postDraft } from '../saving/draft-requests.ts'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'

const compareView = onDemand(async () => (await import('./conflict-view.tsx')).ConflictView)

/** The names of what can be picked. */
type Names = Pick<EditorProps, 'topics' | 'series'>

/** Returns the view that covers the editor while texts are compared, or null, and a function that opens it. */
export function useConflict(releaseId: string, writing: Writing, names: Names) {
  const [open, setOpen] = useState(false)
  const { saving, recoverable } = writing
  const isAsked = saving.theirs !== null || recoverable !== null
  useEffect(() => (isAsked ? compareView.expect() : undefined), [isAsked])
  const close = () => setOpen(false)
  const props = { releaseId, writing, names, close }
  let view: ReactNode = null
  if (open && saving.theirs) view = <Conflict {...props} theirs={saving.theirs} />
  else if (open && recoverable) view = <Recoverable {...props} copy={recoverable} />
  return { compare: () => setOpen(true), view }
}

interface Props {
  releaseId: string
  writing: Writing
  names: Names
  close: () => void
}

/** Does one thing that needs the server, and says why when it fails. */
function useAttempt(close: () => void) {
  const [isPending, setPending] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const t = useText('editor')
  const attempt = async (work: () => Promise<{ message: string } | { id: string }>, done: (id: string) => void) => {
    setPending(true)
    setTrouble(null)
    const answer = await work()
    setPending(false)
    if ('message' in answer) return setTrouble(answer.message || t('server-away'))
    done(answer.id)
    close()
  }
  return { isPending, trouble, attempt }
}

function Conflict({
  releaseId,
  writing,
  names,
  close,
  theirs,
}: Props & { theirs: NonNullable<Writing['saving']['theirs']> }) {
  const t = useText('editor')
  const clock = useLocale()
  const { isPending, trouble, attempt } = useAttempt(close)
  const { saver } = writing
  const mine = writing.read()
  const name = theirs.savedBy?.name ?? t('somebody')
  const takeTheirs = (what: 'aside' | 'copy', done: (id: string) => void) =>
    attempt(
      () => postDraft(releaseId, what, writing.read()),
      (id) => {
        writing.show(theirs.draft, theirs)
        done(id)
      },
    )
  return (
    <OnDemand
      part={compareView}
      // Another save by the same colleague is another conflict.
      key={theirs.version}
      heading={t('conflict-heading', { name })}
      intro={t('conflict-intro', { name })}
      sides={[
        { heading: t('your-text'), about: t('not-saved'), take: t('merge-mine') },
        {
          heading: t('their-text', { name }),
          about: t('saved-when', { when: whenText(theirs.savedAt, clock) }),
          take: t('merge-theirs'),
        },
      ]}
      drafts={[mine, theirs.draft]}
      base={saver.base()}
      {...names}
      trouble={trouble}
      isPending={isPending}
      onLater={close}
      // The text as I wrote it goes to the history; theirs is kept there by the save.
      onMerge={(merged) =>
        void attempt(
          () => postDraft(releaseId, 'aside', mine),
          () => {
            writing.show(merged)
            saver.keepMine()
            announce(t('merged'))
          },
        )
      }
      choices={[
        {
          label: t('keep-mine'),
          act() {
            saver.keepMine()
            announce(t('kept-mine', { name }))
            close()
          },
        },
        { label: t('take-theirs', { name }), act: () => void takeTheirs('aside', () => announce(t('took-theirs'))) },
        {
          label: t('copy-mine'),
          act: () =>
            void takeTheirs('copy', (id) => {
              announce(t('copied-mine'))
              window.open(`/studio/releases/${id}`, '_blank', 'noopener')
            }),
        },
      ]}
    />
  )
}

function Recoverable({
  releaseId,
  writing,
  names,
  close,
  copy,
}: Props & { copy: NonNullable<Writing['recoverable']> }) {
  const t = useText('editor')
  const clock = useLocale()
  const { isPending, trouble, attempt } = useAttempt(close)
  const current: Draft = writing.read()
  const when = whenText(copy.at, clock)
  const settle = (message: string) => {
    writing.settleLeftBehind()
    announce(message)
  }
  // The open text goes to the history before the other takes its place.
  const use = (draft: Draft, message: string) =>
    void attempt(
      () => postDraft(releaseId, 'aside', current),
      () => {
        writing.show(draft)
        settle(message)
      },
    )
  return (
    <OnDemand
      part={compareView}
      key={copy.key}
      heading={t('found-heading', { when })}
      intro={t('found-intro')}
      sides={[
        { heading: t('found-text'), about: t('found-about', { when }), take: t('merge-found') },
        {
          heading: t('open-text'),
          about: t('saved-when', { when: whenText(writing.saving.savedAt, clock) }),
          take: t('merge-open-text'),
        },
      ]}
      drafts={[copy.draft, current]}
      base={null}
      {...names}
      trouble={trouble}
      isPending={isPending}
      onLater={close}
      onMerge={(merged) =>
        void attempt(
          async () => {
            const kept = await postDraft(releaseId, 'aside', copy.draft)
            return 'message' in kept ? kept : postDraft(releaseId, 'aside', current)
          },
          () => {
            writing.show(merged)
            settle(t('merged'))
          },
        )
      }
      choices={[
        { label: t('found-use'), act: () => use(copy.draft, t('found-used')) },
        {
          label: t('copy-found'),
          act: () =>
            void attempt(
              () => postDraft(releaseId, 'copy', copy.draft),
              () => settle(t('copied-mine')),
            ),
        },
        {
          label: t('found-discard'),
          act: () =>
            void attempt(
              () => postDraft(releaseId, 'aside', copy.draft),
              () => settle(t('found-discarded')),
            ),
        },
      ]}
    />
  )
}
