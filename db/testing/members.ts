/** Makes members for tests. */
import type { Role } from '../types.ts'
import { createUser } from '../users.ts'

/** Adds a member, an editor unless told otherwise, whose address follows from the name. */
export const addMember = (name: string, role: Role = 'editor') =>
  createUser(
    { name, email: `${name}@example.org`, password: 'pressrum-demo', role, language: 'sv' },
    new Date('2026-01-01T08:00:00Z'),
  )
