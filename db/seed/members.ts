import type { Role } from '../types.ts'

/** Those who sign in to the demonstration. Only the owner is among the people journalists can call. */
export const members: Record<Role, { name: string; email: string }> = {
  owner: { name: 'Amina Sjödahl', email: 'owner@example.org' },
  editor: { name: 'Elin Sandberg', email: 'editor@example.org' },
  contributor: { name: 'Johan Öberg', email: 'contributor@example.org' },
}

export const demoPassword = 'pressrum-demo'
