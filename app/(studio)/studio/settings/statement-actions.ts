'use server'

import { getStatement, saveStatement } from '#db/statements.ts'
import { attempt, differing, type FormState, formValues } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'

export async function saveAccessibility(_previous: FormState, data: FormData): Promise<FormState> {
  const owner = await requireRole('owner')
  return attempt(
    owner.language,
    async () => {
      const by = { actor: owner, baseVersion: Number(data.get('version')), now: new Date() }
      return { version: await saveStatement('accessibility', { texts: {}, ...formValues(data) }, by) }
    },
    async () => {
      const { content, version } = await getStatement('accessibility')
      return { version, theirs: differing(content, data) }
    },
  )
}

export async function savePrivacy(_previous: FormState, data: FormData): Promise<FormState> {
  const owner = await requireRole('owner')
  return attempt(
    owner.language,
    async () => {
      const by = { actor: owner, baseVersion: Number(data.get('version')), now: new Date() }
      return { version: await saveStatement('privacy', { texts: {}, ...formValues(data) }, by) }
    },
    async () => {
      const { content, version } = await getStatement('privacy')
      return { version, theirs: differing(content, data) }
    },
  )
}
