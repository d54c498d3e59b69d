'use client'
import { Button } from '#components/ui/button.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useText } from '#components/ui/messages.tsx'
import { deleteOrganisationAction } from '../actions.ts'
import styles from '../organisation.module.css'

export function DeleteOrganisation({ id, name, roleCount }: { id: string; name: string; roleCount: number }) {
  const t = useText('organisations')
  if (roleCount > 0) {
    return (
      <div className={styles.delete}>
        <Button look="danger" icon="trash" disabled aria-describedby="why-kept">
          {t('delete')}
        </Button>
        <p className="muted" id="why-kept">
          {t('delete-blocked', { count: roleCount })}
        </p>
      </div>
    )
  }
  return (
    <div className={styles.delete}>
      <ConfirmDialog
        trigger={t('delete')}
        triggerIcon="trash"
        triggerLook="danger"
        question={t('delete-question', { name })}
        confirm={t('delete')}
        action={deleteOrganisationAction.bind(null, id)}
      >
        <p>{t('delete-text')}</p>
      </ConfirmDialog>
    </div>
  )
}
