'use client'
import { Button } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useText } from '#components/ui/messages.tsx'
import { deleteMediaAction } from './actions.ts'

export function DeleteMedia({ id, name, blocked, back }: { id: string; name: string; blocked: boolean; back: string }) {
  const t = useText('media')
  if (blocked) {
    return (
      <>
        <Button look="danger" icon="trash" disabled aria-describedby="why-kept">
          {t('delete')}
        </Button>
        <p className="facts" id="why-kept">
          {t('delete-blocked')}
        </p>
      </>
    )
  }
  return (
    <ConfirmDialog
      trigger={t('delete')}
      triggerIcon="trash"
      triggerLook="danger"
      question={t('delete-question', { name })}
      confirm={t('delete')}
      action={deleteMediaAction.bind(null, { id, back })}
    >
      <p>{t('delete-text')}</p>
    </ConfirmDialog>
  )
}
