'use client'
/** Saves what stands in the text and takes a step of its review, each an answer to what is shown. */
import { useRouter } from 'next/navigation'
import { announce } from '#components/ui/announce.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import type { EditorProps, Outcome } from '../types.ts'
import type { Writing } from '../use-writing.ts'
import { dueIn } from './due-fields.tsx'

export function useReviewing({
  release,
  review,
  reviewing,
  writing,
  onOvertaken,
}: Pick<EditorProps, 'release' | 'review' | 'reviewing'> & {
  writing: Writing
  /** Told why a press came to nothing that somebody else was ahead of; undefined once one has come to something. */
  onOvertaken: (why: string | undefined) => void
}) {
  const t = useText('review')
  const et = useText('editor')
  const router = useRouter()
  const { timeZone } = useLocale()
  const baseStep = review.step

  const told = (outcome: Outcome): Outcome => {
    if (outcome.status === 'saved') {
      onOvertaken(undefined)
      announce(outcome.message ?? '')
      // The button that was pressed may be gone.
      document.getElementById('inspector')?.focus()
      return outcome
    }
    // Somebody else has saved, or decided, in between: that is shown.
    if (outcome.code === 'stale') writing.saver.recheck()
    const isOvertaken = outcome.code === 'review-moved' || outcome.code === 'nothing-unread'
    if (outcome.code !== 'stale' && !isOvertaken) return outcome
    // The form that would say it goes with the step that it was for.
    if (isOvertaken) onOvertaken(outcome.message)
    router.refresh()
    return outcome
  }
  const answering = async (step: (how: { baseVersion: number; baseStep: number }) => Promise<Outcome>) => {
    const baseVersion = await writing.saver.flush()
    if (baseVersion === undefined) return { status: 'refused', errors: {}, message: et('not-saved-yet') } as const
    return told(await step({ baseVersion, baseStep }))
  }
  const withDue = async (data: FormData, step: (dueAt: string | null) => Promise<Outcome>): Promise<Outcome> => {
    const dueAt = dueIn(data, timeZone)
    if (dueAt === undefined) return { status: 'refused', errors: { dueTime: t('due-time-wrong') } }
    return step(dueAt)
  }
  const text = (data: FormData, name: string) => String(data.get(name) ?? '')
  return {
    submit: (data: FormData) =>
      withDue(data, (dueAt) =>
        answering((how) =>
          reviewing.submit(release.id, {
            ...how,
            note: text(data, 'note'),
            reviewerId: text(data, 'reviewerId'),
            dueAt,
          }),
        ),
      ),
    askForChanges: (data: FormData) =>
      withDue(data, (dueAt) =>
        answering((how) => reviewing.askForChanges(release.id, { ...how, reason: text(data, 'reason'), dueAt })),
      ),
    approve: () => answering((how) => reviewing.approve(release.id, how)),
    takeBack: async () => told(await reviewing.takeBack(release.id, baseStep)),
    remind: async () => told(await reviewing.remind(release.id, baseStep)),
    noteRead: async (data: FormData) => told(await reviewing.noteRead(release.id, text(data, 'note'))),
  }
}
