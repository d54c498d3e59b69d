/** What takes a change of several things back: written for the browser, which sends it as it is, and read again. */
import { z } from 'zod'
import { trashNouns } from '#db/types.ts'

const ids = z.array(z.string().max(64)).max(5_000)

const undoSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('restore'), noun: z.enum(trashNouns), ids }),
  z.object({ what: z.literal('trash'), ids }),
  z.object({ what: z.literal('topic'), topicId: z.string(), on: z.boolean(), ids }),
  z.object({
    what: z.literal('writers'),
    before: z.array(z.object({ id: z.string(), writerId: z.string().nullable() })).max(5_000),
  }),
  z.object({ what: z.literal('archive'), isArchived: z.boolean(), ids }),
])
export type Undo = z.infer<typeof undoSchema>

export const writeUndo = (undo: Undo): string => JSON.stringify(undo)

/** Reads what the browser sent. Throws where it is nothing that was written here. */
export const readUndo = (sent: string): Undo => undoSchema.parse(JSON.parse(String(sent)))
