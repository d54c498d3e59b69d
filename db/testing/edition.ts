import { db } from '../client.ts'
import { edition } from '../schema/newsroom.ts'

/** Returns the edition, which rises with every change that readers could see. */
export async function editionNow(): Promise<number> {
  const [row] = await db.select().from(edition)
  return row?.number ?? 0
}
