'use client'
import type { ReactNode } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import styles from '../person.module.css'

/** A button that restores at once: nothing is lost by it, so nothing is confirmed. */
export function RestoreButton({ action, children }: { action: FormAction; children: ReactNode }) {
  return (
    <ActionForm action={action} className={styles.restore} askBeforeLeaving={false}>
      <SubmitButton look="plain" small>
        {children}
      </SubmitButton>
    </ActionForm>
  )
}
