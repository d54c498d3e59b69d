'use client'
import type { ReactNode } from 'react'
import { SubmitButton } from '#components/ui/button.tsx'
import { ActionForm, type FormAction } from '#components/ui/form/form.tsx'
import styles from '../person.module.css'

/** One press, no question: nothing is lost by it. */
export function RestoreButton({ action, children }: { action: FormAction; children: ReactNode }) {
  return (
    <ActionForm action={action} className={styles.restore} askBeforeLeaving={false}>
      <SubmitButton look="plain" small>
        {children}
      </SubmitButton>
    </ActionForm>
  )
}
