'use client'
import type { ReactNode } from 'react'
import { clockTime } from '#lib/time/phrases.ts'
import { SubmitButton } from '../button.tsx'
import { useLocale, useText } from '../messages.tsx'
import { useForm } from './form-context.tsx'

/** The foot of a long form: whether it is saved, a link that cancels, and the button. */
export function SaveBar({ cancelHref, children }: { cancelHref?: string; children?: ReactNode }) {
  const t = useText('forms')
  const { timeZone } = useLocale()
  const { changedAt, savedAt, pending } = useForm()
  const clock = (at: Date) => clockTime(at, { timeZone })
  const said = pending
    ? t('saving')
    : changedAt
      ? t('unsaved', { time: clock(changedAt) })
      : savedAt
        ? t('saved-at', { time: clock(savedAt) })
        : t('untouched')
  return (
    <div className="savebar">
      <p>{said}</p>
      {cancelHref && (
        <a className="button quiet" href={cancelHref}>
          {t('cancel')}
        </a>
      )}
      {children ?? <SubmitButton />}
    </div>
  )
}
