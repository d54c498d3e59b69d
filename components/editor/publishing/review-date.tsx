'use client'
/** The day on which a live text is to be looked at again, and the question that sets it. */
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { DateField } from '#components/ui/form/date-field.tsx'
import { TextField } from '#components/ui/form/text-field.tsx'
import { useLocale, useText } from '#components/ui/messages.tsx'
import { longDay } from '#lib/time/phrases.ts'
import type { EditorProps } from '../types.ts'

export function ReviewDate({ release, actions }: Pick<EditorProps, 'release' | 'actions'>) {
  const t = useText('editor')
  const { language } = useLocale()
  const { id, reviewDate } = release
  const { on = '', note = '' } = reviewDate ?? {}
  return (
    <section className="panel-sec" aria-label={t('look-again')}>
      <h2>{t('look-again')}</h2>
      <p className="muted">
        {on ? [longDay(on, language, { year: true }), note].filter(Boolean).join(' · ') : t('look-again-about')}
      </p>
      <ConfirmDialog
        key={on + note}
        trigger={t(on ? 'look-again-change' : 'look-again-set')}
        triggerLook="plain"
        small
        danger={false}
        question={t('look-again-question')}
        confirm={t('look-again-save')}
        action={actions.setReviewDate.bind(null, id)}
      >
        <p>{t('look-again-what')}</p>
        <DateField name="on" label={t('look-again-day')} hint={t('look-again-day-hint')} defaultValue={on} />
        <TextField name="note" label={t('look-again-note')} max={200} defaultValue={note} />
      </ConfirmDialog>
    </section>
  )
}
