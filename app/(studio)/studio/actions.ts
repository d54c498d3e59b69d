'use server'

import { revalidatePath } from 'next/cache'
import { setLanguage } from '#db/users.ts'
import { isLanguage } from '#lib/locale.ts'
import { requireRole } from '../../auth.ts'

/** The member's own choice of interface language. */
export async function saveLanguage(language: string): Promise<void> {
  const user = await requireRole('contributor')
  if (!isLanguage(language)) return
  await setLanguage(user.id, language)
  revalidatePath('/studio', 'layout')
}
