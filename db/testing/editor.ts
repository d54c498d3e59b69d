/** Adds an editor to act as, to a database in which there is no newsroom yet. */
import { addMember } from './members.ts'

export const now = new Date('2026-11-20T08:00:00Z')
export const actor = await addMember('Amina')
export const by = { actor, now }
