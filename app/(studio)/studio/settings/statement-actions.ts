'use server'

import type { User } from '#db/schema/users.ts'
import { getStatement, saveStatement } from '#db/statements.ts'
import type { StatementKind } from '#db/types.ts'
import { differing, type FormState, formValues, runSave } from '#lib/form.ts'
import { requireRole } from '../../../auth.ts'

export async function saveAccessibility(_previous: FormState, data: FormData): Promise<FormState> {
  const owner = await requireRole('owner')
  return save('accessibility', owner, data)
}

export async function savePrivacy(_previous: FormState, data: FormData): Promise<FormState> {
  const owner = await requireRole('owner')
  return save('privacy', owner, data)
}

const save = (kind: StatementKind, owner: User, data: FormData): Promise<FormState> =>
  runSave(
    owner,
    data,
    (by) => saveStatement(kind, { texts: {}, ...formValues(data) }, by),
    async () => {
      const { content, version } = await getStatement(kind)
      return { version, theirs: differing(content, data) }
    },
  )
