'use client'
import type { ReactNode } from 'react'
import { SubmitButton } from '../button.tsx'
import { useLocale, useText } from '../messages.tsx'
import { useForm } from './form-context.tsx'

/** The foot of a long form: whether it is saved, a link that cancels, and the button. */
export function SaveBar({ cancelHref, children }: { cancelHref?: string; children?: ReactNode }) {
  const t = useText('forms')
  const { language, timeZone } = useLocale()
  const { changedAt, savedAt, pending } = useForm()
  const clock = (at: Date) => at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', timeZone })
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
