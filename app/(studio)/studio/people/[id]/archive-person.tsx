'use client'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useText } from '#components/ui/messages.tsx'
import { archivePersonAction } from '../actions.ts'

export function ArchivePerson({ id, name }: { id: string; name: string }) {
  const t = useText('people')
  return (
    <ConfirmDialog
      trigger={t('archive')}
      question={t('archive-question', { name })}
      confirm={t('archive')}
      action={archivePersonAction.bind(null, id)}
    >
      <p>{t('archive-text')}</p>
    </ConfirmDialog>
  )
}
