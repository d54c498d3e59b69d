'use client'
/** The button that throws away what is not out, after a question. What is thrown away can be taken up again. */
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useText } from '#components/ui/messages.tsx'
import type { EditorProps } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import type { Publishing } from './use-publishing.ts'

interface Props extends Pick<EditorProps, 'release' | 'user' | 'actions'> {
  out: NonNullable<EditorProps['out']>
  writing: Writing
  publishing: Publishing
}

export function ThrowAway({ release, out, user, actions, writing, publishing }: Props) {
  const t = useText('editor')
  const { saver, read, show } = writing
  const what = release.goingOut ? 'later' : 'now'
  return (
    <ConfirmDialog
      trigger={t('asks', { what: t('throw-away') })}
      triggerLook="plain"
      triggerClass="wide"
      question={t('throw-away-question')}
      confirm={t('throw-away')}
      action={async () => {
        const before = read()
        const version = await saver.flush()
        if (version === undefined) return { status: 'refused', errors: {}, message: t('not-saved-yet') }
        const outcome = await actions.throwAway(release.id, version)
        if (outcome.status !== 'saved' || outcome.version === undefined) {
          if (outcome.code === 'stale') saver.recheck()
          return outcome
        }
        show(out.draft, { draft: out.draft, version: outcome.version, savedAt: Date.now(), savedBy: user })
        publishing.tell({
          text: outcome.message ?? '',
          next: 'undo-throw-away',
          undo() {
            show(before)
            publishing.tell({ text: t('done-unthrow'), next: null })
          },
        })
        // The button is gone with the changes.
        document.getElementById('inspector')?.focus()
        return outcome
      }}
    >
      <p>{t('throw-away-about', { what })}</p>
    </ConfirmDialog>
  )
}
