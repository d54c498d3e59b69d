/** The tables of the trash, and of what is left of a text that readers once had. */
import { id, index, instant, primaryKey, table, text } from '../dialect.ts'
import type { TrashNoun } from '../types.ts'
import { users } from './users.ts'

/** What lies in the trash. Its own row stays as it was, so that it can be restored. */
export const trash = table(
  'trash',
  {
    noun: text().notNull().$type<TrashNoun>(),
    targetId: text().notNull(),
    at: instant().notNull(),
    trashedBy: text().references(() => users.id),
    /** When it is deleted for good, unless something still uses it. */
    emptyAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.noun, t.targetId] }), index('trash_empty').on(t.emptyAt)],
)

/** Withdrawn texts that have been deleted. Their addresses still say that they were withdrawn, and why. */
export const deletedReleases = table('deleted_releases', {
  id: id(),
  withdrawnAt: instant().notNull(),
  withdrawnReason: text().notNull(),
  redirectToId: text(),
})
